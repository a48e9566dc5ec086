import { ApiProperty } from '@nestjs/swagger';

const DEMO_ROLES = ['visitor', 'resident', 'verified', 'staff'] as const;

export class DemoPerson {
  @ApiProperty()
  key: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: DEMO_ROLES, enumName: 'DemoRole' })
  role: (typeof DEMO_ROLES)[number];

  @ApiProperty({ description: 'What the person is, e.g. 场地管理员' })
  title: string;

  @ApiProperty()
  description: string;
}

export class DemoPeople {
  @ApiProperty({ type: [DemoPerson] })
  items: DemoPerson[];
}

/** A code that stands for one tap in WeChat. */
export class DemoCode {
  @ApiProperty()
  code: string;
}

import { ApiProperty } from '@nestjs/swagger';
import type { Tally } from '@jiefang/shared/tally';

/** An exact fraction; `strict` asks for more than, otherwise at least. */
export class ThresholdView {
  @ApiProperty({ type: 'integer' }) num: number;
  @ApiProperty({ type: 'integer' }) den: number;
  @ApiProperty() strict: boolean;
}

/** One threshold beside what there is; `needed` is the smallest amount that meets it. */
export class TallyCheckView {
  @ApiProperty({ type: 'integer' }) have: number;
  @ApiProperty({ type: 'integer' }) of: number;
  @ApiProperty({ type: 'integer' }) needed: number;
  @ApiProperty() met: boolean;
  @ApiProperty({ type: ThresholdView }) threshold: ThresholdView;
}

export class ChoiceSumsView {
  @ApiProperty({ type: 'integer' }) for: number;
  @ApiProperty({ type: 'integer' }) against: number;
  @ApiProperty({ type: 'integer' }) abstain: number;
}

export class ParticipatedView {
  @ApiProperty({ type: 'integer' }) heads: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'hundredths of a square metre' })
  area: number | null;
}

export class TallyChecksView {
  @ApiProperty({ type: TallyCheckView, nullable: true }) head: TallyCheckView | null;
  @ApiProperty({ type: TallyCheckView, nullable: true }) area: TallyCheckView | null;
}

/** The counted result; areas in hundredths of a square metre, null where the roll has none. */
export class TallyView implements Tally {
  @ApiProperty({ type: 'integer' }) size: number;
  @ApiProperty({ type: 'integer', nullable: true }) area: number | null;
  @ApiProperty({ type: ParticipatedView }) participated: ParticipatedView;
  @ApiProperty({ type: ChoiceSumsView }) counts: ChoiceSumsView;
  @ApiProperty({ type: ChoiceSumsView, nullable: true }) areas: ChoiceSumsView | null;
  @ApiProperty({ type: TallyChecksView }) participation: TallyChecksView;
  @ApiProperty({ type: TallyChecksView }) approval: TallyChecksView;
  @ApiProperty() passed: boolean;
  @ApiProperty({ type: [String], description: 'the result in plain words' }) sentences: string[];
}

import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** A photo or a document that belongs to something in the 议事厅. */
export class AttachmentView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['image/jpeg', 'application/pdf'], enumName: 'AttachmentMime' }) mime: string;
  @ApiProperty({ description: 'bytes' }) bytes: number;
  @ApiProperty({ type: Number, nullable: true, description: 'pixels; null of a document' }) width:
    number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'pixels; null of a document' }) height:
    number | null;
  @ApiProperty({ description: 'hex SHA-256 of the bytes as they are kept' }) sha256: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'where everybody can fetch it; null when it is for staff, who ask for a link',
  })
  path: string | null;
}

/** Where a file for staff can be fetched without a login for ten minutes. */
export class AttachmentLinkView {
  @ApiProperty() path: string;
}

export class AttachmentQuery {
  @ApiProperty({ required: false, description: 'of a link; not needed for public files' })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  token?: string;
}

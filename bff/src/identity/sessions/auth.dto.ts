import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';

/** A code of `wx.login`: good once, for five minutes. */
export class LoginDto {
  @ApiProperty({ minLength: 1, maxLength: 128 })
  @IsString()
  @Length(1, 128, { message: '登录码不对' })
  // WeChat's codes are letters, digits, `-` and `_`; a little more is let through, nothing that is not visible ASCII.
  @Matches(/^[\x21-\x7e]+$/, { message: '登录码不对' })
  code: string;
}

/** A refresh token as it was issued: 43 characters of base64url. */
export class RefreshDto {
  @ApiProperty({ minLength: 43, maxLength: 43 })
  @IsString()
  @Matches(/^[A-Za-z0-9_-]{43}$/, { message: '登录凭据不对' })
  refreshToken: string;
}

/** What a client holds of its login. */
export class Tokens {
  @ApiProperty({ description: 'JWT, fifteen minutes' })
  accessToken: string;

  @ApiProperty({ format: 'date-time' })
  accessExpiresAt: string;

  @ApiProperty({ description: 'Good once, for thirty days' })
  refreshToken: string;
}

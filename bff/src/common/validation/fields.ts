import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsISO8601,
  IsNumber,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
} from 'class-validator';

/** Control characters, text direction overrides, invisible spaces, lone surrogates: nothing a notice board would show. */
const HIDDEN = '\\p{Cc}\\p{Cs}\\p{Co}\\u200b\\u200c\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff';
const ONE_LINE = new RegExp(`^[^${HIDDEN}]*$`, 'u');
const LINES = new RegExp(`^(?:\\n|[^${HIDDEN}])*$`, 'u');

/** Text that people will read: trimmed, composed (NFC), `min` to `max` characters, nothing hidden in it. */
export function PlainText(min: number, max: number, options: { lines?: boolean } = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => tidy(value)),
    Matches(options.lines === true ? LINES : ONE_LINE, { message: '里面有看不见的字符，请删掉' }),
    Length(min, max, { message: min === 0 ? `最多 ${max} 个字` : `请写 ${min} 到 ${max} 个字` }),
    IsString({ message: '应该是文字' }),
  );
}

/** A few short labels, each different from the others. */
export function PlainLabels(maxCount: number, maxLength: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(tidy) : value)),
    Matches(ONE_LINE, { each: true, message: '里面有看不见的字符，请删掉' }),
    Length(1, maxLength, { each: true, message: `每个请写 1 到 ${maxLength} 个字` }),
    IsString({ each: true, message: '应该是文字' }),
    ArrayUnique({ message: '有重复的' }),
    ArrayMaxSize(maxCount, { message: `最多 ${maxCount} 个` }),
    IsArray({ message: '应该是一组文字' }),
  );
}

/** A property that may be left out. Unlike `IsOptional` it does not let null through, which is no value of its type. */
export function MayBeLeftOut(): PropertyDecorator {
  return ValidateIf((_, value: unknown) => value !== undefined);
}

/**
 * For lists of nested objects, beside `ValidateNested({ each: true })`: that one looks into a list within the list, and
 * finds nothing wrong with an empty one.
 */
export function NoListInList(): PropertyDecorator {
  const validator = {
    validate: (value: unknown) => !Array.isArray(value),
    defaultMessage: () => '格式不对',
  };
  return ValidateBy({ name: 'noListInList', validator }, { each: true });
}

/** A whole number from `min` to `max`. */
export function WholeNumber(min: number, max: number): PropertyDecorator {
  const message = `请填 ${min} 到 ${max} 之间的整数`;
  return applyDecorators(Max(max, { message }), Min(min, { message }), IsInt({ message }));
}

function tidy(value: unknown): unknown {
  return typeof value === 'string' ? value.normalize('NFC').replace(/\r\n?/g, '\n').trim() : value;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|\+08:00)$/;

/** An instant that exists, with a zone that leaves no doubt: UTC or China's own. */
export function Instant(): PropertyDecorator {
  return applyDecorators(
    IsISO8601({ strict: true }, { message: '没有这个日期或时间' }),
    Matches(INSTANT, { message: '时间要写成 UTC 或北京时间' }),
  );
}

/** The public id of something that was picked from a list; `message` says what to pick. */
export function PickedId(message: string): PropertyDecorator {
  return Matches(/^[0-9A-Za-z]{8,24}$/, { message });
}

/** The latitude of a point within China, in degrees. */
export function ChinaLatitude(): PropertyDecorator {
  return degreesWithin(3.5, 53.6);
}

/** The longitude of a point within China, in degrees. */
export function ChinaLongitude(): PropertyDecorator {
  return degreesWithin(73.4, 135.1);
}

function degreesWithin(minimum: number, maximum: number): PropertyDecorator {
  const message = '位置不在国内';
  return applyDecorators(
    ApiProperty({ minimum, maximum }),
    Max(maximum, { message }),
    Min(minimum, { message }),
    IsNumber({ maxDecimalPlaces: 15 }, { message: '位置不对' }),
  );
}

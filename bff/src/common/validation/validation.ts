import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError } from '../errors/domain-error.js';

/** What each of class-validator's constraints says to a resident when the DTO has no sentence of its own. */
const SENTENCES: Record<string, string> = {
  isString: '应该是文字',
  isNotEmpty: '不能空着',
  minLength: '太短了',
  maxLength: '太长了',
  isLength: '长短不合适',
  isInt: '应该是整数',
  isNumber: '应该是数字',
  min: '太小了',
  max: '太大了',
  isBoolean: '应该是“是”或“否”',
  isIn: '不在可选的范围里',
  isEnum: '不在可选的范围里',
  isArray: '应该是一组内容',
  arrayMaxSize: '太多了',
  arrayMinSize: '太少了',
  matches: '格式不对',
  isISO8601: '时间的格式不对',
  isObject: '格式不对',
  whitelistValidation: '多出来的内容，不能识别',
};

const CHINESE = /\p{Script=Han}/u;

/** Validates every body and query against its DTO: unknown fields are refused, each fault names its field in Chinese. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new DomainError('INVALID_INPUT', { extra: { details: detailsOf(errors) } }),
  });
}

/** The faults as a flat list with dotted paths. */
export function detailsOf(
  errors: readonly ValidationError[],
  path = '',
): { field: string; message: string }[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({
      field,
      message: CHINESE.test(message) ? message : (SENTENCES[constraint] ?? '格式不对'),
    }));
    return [...own, ...detailsOf(error.children ?? [], field)];
  });
}

import { isDay } from '@jiefang/shared/time';
import { buildMessage, ValidateBy } from 'class-validator';

/** A calendar day that exists, 'YYYY-MM-DD'. */
export function CalendarDay(message: string): PropertyDecorator {
  return ValidateBy(
    {
      name: 'calendarDay',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDay(value),
        defaultMessage: buildMessage(() => message),
      },
    },
    { message },
  );
}

import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { spokenRange } from '@/lib/time';
import type { ApiError } from '@/lib/api/error';
import type { PlacedBooking } from '../../api/types';
import type { Editing } from './useEditing';

interface Props<Draft> {
  editing: Editing<Draft>;
  /** The form's fields in words. */
  words: Record<keyof Draft, string>;
}

/** How saving went: done, refused, or a colleague was quicker. */
export function SaveStates<Draft extends object>({ editing, words }: Props<Draft>) {
  const { saved, meanwhile, error } = editing;
  const outside = error === null ? [] : outsideHours(error);
  const list = (fields: (keyof Draft)[]): string => fields.map((field) => words[field]).join('、');
  return (
    <>
      {saved && (
        <Notice tone="good" testId="saved">
          {saved.keptOutsideHours === 0
            ? '保存好了，居民现在看到的就是新的内容。'
            : `保存好了。有 ${saved.keptOutsideHours} 个预约在新的开放时间之外，照样保留。`}
        </Notice>
      )}
      {meanwhile && (
        <Notice tone="wait" testId="merged">
          {meanwhile.theirs.length === 0
            ? '同事保存过一次，内容没有变。请再点一次保存。'
            : `同事刚改过：${list(meanwhile.theirs)}。你的修改已经放到最新内容上${
                meanwhile.both.length > 0 ? `，其中「${list(meanwhile.both)}」你们都改了，现在是你的` : ''
              }，请核对后再保存。`}
        </Notice>
      )}
      {error && (
        <Refusal error={error}>
          {error.code === 'STALE_VERSION' && (
            <Button icon="refresh" onTap={editing.mergeLatest}>
              取最新内容，保留我的修改
            </Button>
          )}
          {outside.length > 0 && (
            <Box className="stack stack-2 grow">
              {outside.map((booking) => (
                <Text key={booking.id} className="t13 block">
                  {`${spokenRange(booking.startsAt, booking.endsAt)} ${booking.venue.name} ${booking.personName}`}
                </Text>
              ))}
              <Button onTap={() => editing.submit(true)}>保留这些预约，仍然保存</Button>
            </Box>
          )}
        </Refusal>
      )}
    </>
  );
}

/** Bookings that shorter hours would leave outside, when that is why saving was refused. */
function outsideHours(error: ApiError): PlacedBooking[] {
  if (typeof error.body !== 'object' || error.body === null) return [];
  const { confirmWith, bookings } = error.body as { confirmWith?: unknown; bookings?: unknown };
  return confirmWith === 'confirmOutsideHours' && Array.isArray(bookings)
    ? [...(bookings as PlacedBooking[])].sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    : [];
}

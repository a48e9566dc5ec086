import type { Place } from '@jiefang/shared/geo';

/** A map of a walk needs no more; WeChat's map gets slow with more. */
const MAX_PLACES = 400;

/** Lines with at most about 400 places, their ends among them: what is drawn while one walks. */
export function sketch(segments: readonly (readonly Place[])[]): Place[][] {
  const total = segments.reduce((sum, segment) => sum + segment.length, 0);
  const stride = Math.max(1, Math.ceil(total / MAX_PLACES));
  return segments
    .map((segment) =>
      segment
        .filter((_, index) => index % stride === 0 || index === segment.length - 1)
        .map(({ latitude, longitude }) => ({ latitude, longitude })),
    )
    .filter((segment) => segment.length > 0);
}

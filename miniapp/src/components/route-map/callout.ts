import type { MapProps } from '@tarojs/components';
import type { MARKS } from './marks';

/** The word beside a pin of WeChat's map, always shown. */
export function calloutOf(content: string, marks: (typeof MARKS)[keyof typeof MARKS]): MapProps.callout {
  return {
    content,
    color: marks.ink,
    bgColor: marks.card,
    fontSize: 13,
    padding: 5,
    borderRadius: 6,
    borderWidth: 1,
    borderColor: marks.line,
    display: 'ALWAYS',
    textAlign: 'center',
    anchorX: 0,
    anchorY: 0,
  };
}

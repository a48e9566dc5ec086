import { Box, Tap, Text } from '@/components/base';
import { Icon } from '@/components/Icon';
import { open } from '@/lib/navigate';
import type { Hall, PromiseTotal } from '../../api/types';
import './hall.scss';

const TOTALS: { of: PromiseTotal; word: string; className: string }[] = [
  { of: 'kept', word: '按期办结', className: 'good' },
  { of: 'onTime', word: '在办', className: '' },
  { of: 'late', word: '逾期', className: 'wait' },
  { of: 'broken', word: '没兑现', className: 'bad' },
];

/** Promises kept, running, late and broken, in figures; opens the list of them. */
export function PromiseStrip({ hall: { division, promises } }: { hall: Hall }) {
  const told = TOTALS.map(({ of, word }) => `${word} ${promises[of]} 件`).join('，');
  return (
    <Tap
      className="card promise-strip"
      onTap={() => open('pages-halls/promises', { community: division.code })}
      spoken={{ label: `说到做到：${told}，看明细` }}
      testId="promises"
    >
      <Box className="row row-between">
        <Text className="strong">说到做到</Text>
        <Icon name="next" className="quiet" />
      </Box>
      <Box className="promise-totals">
        {TOTALS.map(({ of, word, className }) => (
          <Box key={of} className="promise-total">
            <Text className={`t20 num ${promises[of] > 0 ? className : 'quiet'}`}>
              {String(promises[of])}
            </Text>
            <Text className="t13 quiet">{word}</Text>
          </Box>
        ))}
      </Box>
    </Tap>
  );
}

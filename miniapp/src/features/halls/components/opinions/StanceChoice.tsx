import { STANCE_WORDS, STANCES, type Stance } from '@jiefang/shared/topics';
import { Box, Tap, Text } from '@/components/base';
import { grouped } from '../../words';
import '../topic/topic.scss';

interface Props {
  value: Stance | null;
  onChange: (stance: Stance) => void;
  /** How many said so; left out where one only chooses. */
  counts?: Record<Stance, number>;
}

/** The position comes first: 赞成, 反对, 中立. */
export function StanceChoice({ value, onChange, counts }: Props) {
  return (
    <Box className="stances" spoken={{ role: 'radiogroup', label: '你的态度' }}>
      {STANCES.map((stance) => (
        <Tap
          key={stance}
          className={`stance ${stance === value ? 'stance-on' : ''}`}
          onTap={() => onChange(stance)}
          spoken={{
            role: 'radio',
            checked: stance === value,
            label:
              counts === undefined ? STANCE_WORDS[stance] : `${STANCE_WORDS[stance]}，${counts[stance]} 人`,
          }}
          testId={`stance-${stance}`}
        >
          <Text className="t17 strong">{STANCE_WORDS[stance]}</Text>
          {counts !== undefined && <Text className="t13 quiet num">{grouped(counts[stance])}</Text>}
        </Tap>
      ))}
    </Box>
  );
}

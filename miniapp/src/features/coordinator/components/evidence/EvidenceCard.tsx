import { EVIDENCE_WORDS, type EvidenceGrade } from '@jiefang/shared/tracks';
import { Box, Text } from '@/components/base';
import { Fact } from '@/components/Fact';
import { Icon, type IconName } from '@/components/Icon';
import { distanceWord } from '@/components/places';
import { Tag, type Tone } from '@/components/Tag';
import { clock } from '@/lib/time';
import type { Evidence } from '../../api/types';
import { coverageWord, lengthWord } from './evidence-words';
import '../coordinator.scss';

const GRADES: Record<EvidenceGrade, { tone: Tone; icon: IconName }> = {
  strong: { tone: 'good', icon: 'check' },
  fair: { tone: 'good', icon: 'info' },
  weak: { tone: 'wait', icon: 'alert' },
  none: { tone: 'wait', icon: 'offline' },
};

/** How well the record supports the service: the grade with its reasons, never a verdict by itself. */
export function GradeChip({ grade }: { grade: EvidenceGrade }) {
  return <Tag {...GRADES[grade]}>{EVIDENCE_WORDS[grade]}</Tag>;
}

/** What a patrol's record says: grade, numbers, checkpoints, points that do not count. */
export function EvidenceCard({ evidence }: { evidence: Evidence }) {
  const { points } = evidence;
  return (
    <Box className="stack stack-3" testId="evidence">
      <Box className="row row-wrap">
        <GradeChip grade={evidence.grade} />
      </Box>
      <Box className="stack stack-1">
        {evidence.reasons.map((reason) => (
          <Fact key={reason} icon="info">
            {reason}
          </Fact>
        ))}
      </Box>
      <Box className="evidence-numbers">
        <Figure name="走了" value={distanceWord(evidence.distanceMetres)} />
        <Figure name="用时" value={lengthWord(evidence.durationSeconds)} />
        <Figure name="走动" value={lengthWord(evidence.movingSeconds)} />
        <Figure name="暂停" value={lengthWord(evidence.pausedSeconds)} />
        {evidence.coverage !== null && <Figure name="路线走到" value={coverageWord(evidence.coverage)} />}
        <Figure name="有效定位" value={`${points.kept} 个`} />
      </Box>
      {points.aside.length > 0 && (
        <Text className="t13 quiet block">
          {`没有算的点：${points.aside.map(({ word, count }) => `${word} ${count} 个`).join('，')}。`}
        </Text>
      )}
      {points.unreadable > 0 && (
        <Text className="t13 bad block">{`有 ${points.unreadable} 个点读不出来，可能被改动过。`}</Text>
      )}
      {evidence.checkpoints.length > 0 && <Checkpoints evidence={evidence} />}
    </Box>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <Box>
      <Text className="t13 quiet block">{name}</Text>
      <Text className="strong num block">{value}</Text>
    </Box>
  );
}

function Checkpoints({ evidence: { checkpoints } }: { evidence: Evidence }) {
  return (
    <Box className="stack stack-2" spoken={{ role: 'list', label: '打卡点' }}>
      {checkpoints.map((one) => (
        <Box key={one.no} className="row row-top" spoken={{ role: 'listitem' }}>
          <Icon name={one.reached ? 'check' : 'minus'} className={one.reached ? 'good' : 'quiet'} />
          <Box className="grow">
            <Text className="block">{`${one.no} ${one.name}`}</Text>
            <Text className="t13 quiet num block">
              {one.reached
                ? [
                    one.at === null ? '到了' : `${clock(one.at)} 到了`,
                    ...(one.method === 'qr' ? ['扫码'] : []),
                    ...(one.dwellSeconds !== null && one.dwellSeconds > 0
                      ? [`停了 ${lengthWord(one.dwellSeconds)}`]
                      : []),
                    ...(one.inOrder ? [] : ['顺序不对']),
                  ].join('，')
                : '没有记录到'}
            </Text>
          </Box>
        </Box>
      ))}
    </Box>
  );
}

import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Switch } from '@/components/Choice';
import { Fact } from '@/components/Fact';
import { Icon } from '@/components/Icon';
import { PlaceButton } from '@/components/PlaceButton';
import { TaskTags } from '@/components/TaskTags';
import { call } from '@/lib/phone';
import type { Task } from '../../api/types';
import './task.scss';

/** What the task is. */
export function TaskHead({ task }: { task: Task }) {
  return (
    <Box className="stack stack-2">
      <Text className="t26 block">{task.title}</Text>
      <Box className="row row-wrap">
        <TaskTags task={task} />
      </Box>
      {task.intro !== '' && <Text className="quiet block pre">{task.intro}</Text>}
    </Box>
  );
}

/** Where to gather, and whom to ask. */
export function Gathering({ task }: { task: Task }) {
  const { contact } = task;
  return (
    <Section title="集合">
      <Card>
        <Box className="stack stack-3">
          <Fact icon="place">{`${task.placeName}，${task.address}`}</Fact>
          {task.gatherNote !== '' && <Fact icon="info">{task.gatherNote}</Fact>}
          <PlaceButton name={task.placeName} address={task.address} location={task.location} />
          <Box className="rule" />
          <Fact icon="person">{`${contact.name}，${contact.phone}`}</Fact>
          <Button icon="phone" onTap={() => call(contact.phone)}>
            打电话问一问
          </Button>
        </Box>
      </Card>
    </Section>
  );
}

/** Who may come, in words. */
function requirementsInWords({ requirements }: Task): string[] {
  const { minAge, maxAge, trainings, units, residentsOnly } = requirements;
  return [
    maxAge === null ? `年满 ${minAge} 周岁` : `${minAge} 到 ${maxAge} 周岁`,
    ...trainings.map((training) => `参加过${training.name}`),
    ...(units.length === 0 ? [] : [`${units.map((unit) => unit.name).join('、')}的志愿者`]),
    ...(residentsOnly ? ['本辖区的认证居民'] : []),
  ];
}

/** Who may come. */
export function Requirements({ task }: { task: Task }) {
  return (
    <Section title="谁能来">
      <Card>
        <Box className="stack stack-2">
          {requirementsInWords(task).map((word) => (
            <Fact key={word} icon="check">
              {word}
            </Fact>
          ))}
        </Box>
      </Card>
    </Section>
  );
}

interface RiskProps {
  task: Task;
  accepted: boolean;
  missing: boolean;
  onAccept: (on: boolean) => void;
  /** Asked of those who can take a place only. */
  asks: boolean;
  domId: string;
}

/** What can happen, what is insured, and the reader's word that they know. */
export function Risks({ task, accepted, missing, onAccept, asks, domId }: RiskProps) {
  if (task.riskNotice === '' && !task.insured && task.insuranceNote === '') return null;
  return (
    <Box domId={domId}>
      <Section title="安全">
        <Card className={missing ? 'risk-missing' : ''}>
          <Box className="stack stack-3">
            {task.riskNotice !== '' && (
              <Box className="stack stack-1">
                <Text className="strong block">风险告知</Text>
                <Text className="block pre">{task.riskNotice}</Text>
              </Box>
            )}
            {(task.insured || task.insuranceNote !== '') && (
              <Fact icon="shield">
                {task.insuranceNote === '' ? '已经为参加的志愿者买了意外保险。' : task.insuranceNote}
              </Fact>
            )}
            {task.riskNotice !== '' && asks && (
              <Switch label="我读过了，知道这些风险" on={accepted} onChange={onAccept} testId="accept-risk" />
            )}
            {missing && (
              <Box className="row t15 bad" spoken={{ role: 'alert' }}>
                <Icon name="alert" />
                <Text>读过风险告知，打开上面的开关再认领。</Text>
              </Box>
            )}
          </Box>
        </Card>
      </Section>
    </Box>
  );
}

import { TRAINING_WORDS, TRAININGS, type Training } from '@jiefang/shared/volunteering';
import { Box, Tap, Text } from '@/components/base';
import { Card, Section } from '@/components/Card';
import { ManyChips, Switch } from '@/components/Choice';
import { ChoiceField } from '@/components/ChoiceField';
import { Field, Stepper } from '@/components/Field';
import { Icon } from '@/components/Icon';
import type { Named } from '@/lib/api/types';
import { useTaskUnits } from '../../api/tasks';
import type { TaskEditing } from './useTaskEditing';

const TRAINING_CHOICES = TRAININGS.map((value: Training) => ({ value, word: TRAINING_WORDS[value] }));
const MOST_UNITS = 20;
/** What a new upper limit begins with. */
const USUAL_MAX_AGE = 70;

interface Props {
  editing: TaskEditing;
  code: string;
  /** Units the task named when it was read; they may be missing from the list by now. */
  chosen: readonly Named[];
}

/** Who may take the task. */
export function RequirementFields({ editing: { draft, edit, faults }, code, chosen }: Props) {
  const { requirements } = draft;
  const change = (values: Partial<typeof requirements>): void =>
    edit('requirements', { ...requirements, ...values });
  const { minAge, maxAge, trainings, unitIds, residentsOnly } = requirements;
  return (
    <Section title="谁能来">
      <Card>
        <Box className="stack stack-3">
          <Stepper
            label="最小年龄"
            value={minAge}
            onChange={(age) => change({ minAge: age })}
            min={15}
            max={80}
            unit="岁"
            error={faults['requirements.minAge']}
          />
          <Switch
            label="限制最大年龄"
            on={maxAge !== null}
            onChange={(on) => change({ maxAge: on ? Math.max(USUAL_MAX_AGE, minAge) : null })}
          />
          {maxAge !== null && (
            <Stepper
              label="最大年龄"
              value={maxAge}
              onChange={(age) => change({ maxAge: age })}
              min={15}
              max={100}
              unit="岁"
              error={faults['requirements.maxAge']}
            />
          )}
          <Field label="要通过的培训">
            <ManyChips
              label="要通过的培训"
              options={TRAINING_CHOICES}
              value={trainings}
              onChange={(codes) => change({ trainings: codes })}
            />
          </Field>
          <Units
            code={code}
            chosen={chosen}
            value={unitIds}
            onChange={(ids) => change({ unitIds: ids })}
            error={faults['requirements.unitIds']}
          />
          <Switch
            label="只给本辖区的认证居民"
            on={residentsOnly}
            onChange={(on) => change({ residentsOnly: on })}
          />
        </Box>
      </Card>
    </Section>
  );
}

interface UnitsProps {
  code: string;
  chosen: readonly Named[];
  value: readonly string[];
  onChange: (ids: string[]) => void;
  error: string | undefined;
}

/** Units whose volunteers may come; none means anybody. */
function Units({ code, chosen, value, onChange, error }: UnitsProps) {
  const known = useTaskUnits(code).data ?? [];
  const nameOf = (id: string): string =>
    [...known, ...chosen].find((unit) => unit.id === id)?.name ?? '已撤销的单位';
  const left = known.filter(({ id }) => !value.includes(id));
  return (
    <Box className="stack stack-2">
      {value.length > 0 && (
        <Box className="row row-wrap" spoken={{ role: 'list', label: '只给这些单位' }}>
          {value.map((id) => (
            <Tap
              key={id}
              className="label"
              onTap={() => onChange(value.filter((one) => one !== id))}
              spoken={{ label: `去掉${nameOf(id)}` }}
            >
              <Text>{nameOf(id)}</Text>
              <Icon name="close" />
            </Tap>
          ))}
        </Box>
      )}
      {value.length < MOST_UNITS && (
        <ChoiceField
          label="只给这些单位的志愿者"
          placeholder={value.length === 0 ? '不限单位' : '再加一个'}
          options={left.map(({ id, name }) => ({ value: id, word: name }))}
          value={null}
          onChange={(id) => onChange([...value, id])}
          none="没有可以选的单位。"
          error={error}
        />
      )}
    </Box>
  );
}

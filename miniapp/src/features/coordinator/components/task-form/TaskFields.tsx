import { spokenMinutes } from '@jiefang/shared/venues';
import { TASK_KIND_WORDS, TASK_KINDS, type TaskKind, type TaskUrgency } from '@jiefang/shared/volunteering';
import { Box, Text } from '@/components/base';
import { Card, Section } from '@/components/Card';
import { Segmented, Switch } from '@/components/Choice';
import { ChoiceField } from '@/components/ChoiceField';
import { PlaceField } from '@/components/desk/PlaceField';
import { Field, Stepper, TextField } from '@/components/Field';
import type { StaffTask, TaskForm } from '../../api/types';
import { minuteOptions } from './minute-options';
import { RequirementFields } from './RequirementFields';
import { RouteField } from './RouteField';
import { ShiftFields } from './ShiftFields';
import { TASK_WORDS } from './task-drafts';
import type { TaskEditing } from './useTaskEditing';

const KINDS = TASK_KINDS.map((value: TaskKind) => ({ value, word: TASK_KIND_WORDS[value] }));
const URGENCIES: { value: TaskUrgency; word: string }[] = [
  { value: 'ordinary', word: '平时' },
  { value: 'emergency', word: '紧急' },
];
const RELEASE_MINUTES = [0, 30, 60, 120, 360, 720, 1440, 2880];
const CHECK_IN_MINUTES = [0, 10, 15, 30, 60, 120];

interface Props {
  editing: TaskEditing;
  task: StaffTask | null;
  /** The task's division. */
  code: string;
}

/** Everything staff write about a task; two columns in a wide window. */
export function TaskFields({ editing, task, code }: Props) {
  const { draft, edit, faults } = editing;
  return (
    <Box className="stack stack-6 form-columns">
      <Box className="stack stack-6">
        <Box domId="task-what">
          <Section title="任务">
            <Card>
              <Box className="stack stack-3">
                <ChoiceField
                  label={TASK_WORDS.kind}
                  options={KINDS}
                  value={draft.kind}
                  onChange={(kind) => edit('kind', kind)}
                  error={faults.kind}
                  testId="task-kind"
                />
                <Field
                  label={TASK_WORDS.urgency}
                  hint={
                    draft.urgency === 'emergency'
                      ? '发布时会通知愿意接紧急任务的志愿者，来不来由他们自己定。'
                      : undefined
                  }
                >
                  <Segmented
                    label={TASK_WORDS.urgency}
                    options={URGENCIES}
                    value={draft.urgency}
                    onChange={(urgency) => edit('urgency', urgency)}
                  />
                </Field>
                <Words editing={editing} field="title" maxLength={40} placeholder="如：古城线夜间巡防" />
                <Words
                  editing={editing}
                  field="intro"
                  maxLength={1000}
                  multiline
                  placeholder="做什么、要带什么、适合什么人"
                />
              </Box>
            </Card>
          </Section>
        </Box>
        <Box domId="task-place">
          <Section title="在哪里集合">
            <Card>
              <Box className="stack stack-3">
                <Words editing={editing} field="placeName" maxLength={60} placeholder="如：社区大门口" />
                <Words editing={editing} field="address" maxLength={120} />
                <PlaceField
                  value={draft.location}
                  onChange={({ latitude, longitude }) => edit('location', { latitude, longitude })}
                  error={faults.location ?? faults['location.latitude'] ?? faults['location.longitude']}
                  here="我就在集合点，用现在的位置"
                />
                <Stepper
                  label="离集合点多近算到"
                  value={draft.geofenceMetres}
                  onChange={(metres) => edit('geofenceMetres', metres)}
                  min={30}
                  max={1000}
                  step={10}
                  unit="米"
                  error={faults.geofenceMetres}
                />
                <Words
                  editing={editing}
                  field="gatherNote"
                  maxLength={200}
                  multiline
                  placeholder="如：穿红马甲，带手电"
                />
                <Box className="stack stack-3 field-columns">
                  <Words editing={editing} field="contactName" maxLength={20} />
                  <Words
                    editing={editing}
                    field="contactPhone"
                    maxLength={30}
                    placeholder="如 0596-2020001"
                  />
                </Box>
              </Box>
            </Card>
          </Section>
        </Box>
        <Box domId="task-route">
          <RouteField editing={editing} />
        </Box>
      </Box>
      <Box className="stack stack-6">
        <Box domId="task-shifts">
          <ShiftFields editing={editing} task={task} />
        </Box>
        <Box domId="task-times">
          <Section title="签到和让出">
            <Card>
              <Box className="stack stack-3 field-columns">
                <ChoiceField
                  label="什么时候起可以签到"
                  options={minuteOptions(CHECK_IN_MINUTES, draft.checkInOpensMinutes, '开始以后')}
                  value={draft.checkInOpensMinutes}
                  onChange={(minutes) => edit('checkInOpensMinutes', minutes)}
                  error={faults.checkInOpensMinutes}
                />
                <ChoiceField
                  label="最晚什么时候让出"
                  options={minuteOptions(RELEASE_MINUTES, draft.releaseByMinutes, '开始之前都行')}
                  value={draft.releaseByMinutes}
                  onChange={(minutes) => edit('releaseByMinutes', minutes)}
                  error={faults.releaseByMinutes}
                  hint={
                    draft.releaseByMinutes === 0
                      ? undefined
                      : `开始前不到 ${spokenMinutes(draft.releaseByMinutes)}才让出，会记为临时放弃。`
                  }
                />
              </Box>
            </Card>
          </Section>
        </Box>
        <Box domId="task-who">
          <RequirementFields editing={editing} code={code} chosen={task?.requirements.units ?? []} />
        </Box>
        <Box domId="task-safety">
          <Section title="安全">
            <Card>
              <Box className="stack stack-3">
                <Words
                  editing={editing}
                  field="riskNotice"
                  maxLength={1000}
                  multiline
                  placeholder="有什么危险、怎么避开；没有就空着"
                />
                <Switch
                  label="已经给参加的人买了保险"
                  on={draft.insured}
                  onChange={(insured) => edit('insured', insured)}
                  testId="insured"
                />
                {draft.insured && (
                  <Words
                    editing={editing}
                    field="insuranceNote"
                    maxLength={200}
                    placeholder="哪家保险、保到什么程度"
                  />
                )}
                {draft.riskNotice.trim() !== '' && !draft.insured && (
                  <Text className="t13 wait block">有风险的任务要先买保险才能发布，现在可以先存草稿。</Text>
                )}
                {faults.insured !== undefined && <Text className="t13 bad block">{faults.insured}</Text>}
              </Box>
            </Card>
          </Section>
        </Box>
      </Box>
    </Box>
  );
}

type TextName = {
  [Field in keyof TaskForm]: TaskForm[Field] extends string
    ? string extends TaskForm[Field]
      ? Field
      : never
    : never;
}[keyof TaskForm];

interface WordsProps {
  editing: TaskEditing;
  field: TextName;
  maxLength: number;
  placeholder?: string;
  multiline?: boolean;
}

/** A text of the task, under its name in words. */
function Words({ editing, field, ...input }: WordsProps) {
  return (
    <TextField
      label={TASK_WORDS[field]}
      value={editing.draft[field]}
      onInput={(text) => editing.edit(field, text)}
      error={editing.faults[field]}
      {...input}
    />
  );
}

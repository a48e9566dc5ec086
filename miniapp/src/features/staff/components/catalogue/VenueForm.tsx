import { Box } from '@/components/base';
import { Card, Section } from '@/components/Card';
import { Segmented, Switch } from '@/components/Choice';
import { Field, TextField } from '@/components/Field';
import type { UnitMinutes } from '@jiefang/shared/venues';
import type { VenueDraft } from '../../api/types';
import { NEW_CENTRE, wholeWeek } from './drafts';
import { DraftText, EditForm } from './EditForm';
import { HoursEditor } from './HoursEditor';
import { LabelsField } from './LabelsField';
import { PolicyFields } from './PolicyFields';
import { RulesPreview } from './RulesPreview';
import type { Editing } from './useEditing';

interface Props {
  editing: Editing<VenueDraft>;
  isNew: boolean;
}

const WORDS: Record<keyof VenueDraft, string> = {
  name: '名称',
  capacity: '人数',
  facilities: '设施',
  intro: '介绍',
  unitMinutes: '每格时长',
  status: '是否开放',
  policy: '预约规则',
  opening: '开放时间',
};
const UNITS: { value: UnitMinutes; word: string }[] = [
  { value: 15, word: '15 分钟' },
  { value: 30, word: '30 分钟' },
];
const STATUSES = [
  { value: 'open', word: '开放预约' },
  { value: 'suspended', word: '暂停使用' },
] as const;
const FACILITIES = ['投影', '音响', '白板', '空调', '钢琴', '桌椅', '无障碍', '饮水机', '镜子'];
const MAX_FACILITIES = 12;

/** Everything about a venue, with its rules in words beside it. */
export function VenueForm({ editing, isNew }: Props) {
  const { draft, edit, faults } = editing;
  const text = { editing, words: WORDS };
  return (
    <EditForm {...text} save={isNew ? '新建场地' : '保存'}>
      <Box className="stack stack-6 columns">
        <Box className="stack stack-6">
          <Section title="场地">
            <Card>
              <Box className="stack stack-3">
                <DraftText {...text} field="name" maxLength={60} placeholder="如：二楼合唱室" />
                <Box className="stack stack-3 field-columns">
                  <TextField
                    label="最多几人"
                    kind="number"
                    value={Number.isNaN(draft.capacity) ? '' : String(draft.capacity)}
                    onInput={(text) =>
                      edit('capacity', text === '' ? Number.NaN : Number(text.replace(/\D/g, '')))
                    }
                    maxLength={4}
                    error={faults.capacity}
                  />
                  <Field label="每格时长" error={faults.unitMinutes} hint="预约从整格开始，到整格结束。">
                    <Segmented
                      label="每格时长"
                      options={UNITS}
                      value={draft.unitMinutes}
                      onChange={(unit) => edit('unitMinutes', unit)}
                    />
                  </Field>
                </Box>
                <Field
                  label="是否开放"
                  hint={draft.status === 'suspended' ? '已有的预约不会取消；要取消请发布闭馆。' : undefined}
                >
                  <Segmented
                    label="是否开放"
                    options={STATUSES}
                    value={draft.status}
                    onChange={(status) => edit('status', status)}
                  />
                </Field>
                <LabelsField
                  label="设施"
                  value={draft.facilities}
                  onChange={(facilities) => edit('facilities', facilities)}
                  ready={FACILITIES}
                  max={MAX_FACILITIES}
                  error={faults.facilities}
                />
                <DraftText
                  {...text}
                  field="intro"
                  maxLength={1000}
                  multiline
                  placeholder="在几楼，适合做什么，要注意什么"
                />
              </Box>
            </Card>
          </Section>
          <Section title="开放时间">
            <Card>
              <Box className="stack stack-3">
                <Switch
                  label="和中心的开放时间一样"
                  on={draft.opening === null}
                  onChange={(same) => edit('opening', same ? null : NEW_CENTRE.hours)}
                />
                {draft.opening !== null && (
                  <HoursEditor
                    value={wholeWeek(draft.opening)}
                    onChange={(opening) => edit('opening', opening)}
                    faults={faults}
                    field="opening"
                    step={draft.unitMinutes}
                  />
                )}
              </Box>
            </Card>
          </Section>
          <PolicyFields
            policy={draft.policy}
            unitMinutes={draft.unitMinutes}
            faults={faults}
            onChange={(policy) => edit('policy', policy)}
          />
        </Box>
        <Box className="sticky rules-aside">
          <RulesPreview
            policy={draft.policy}
            unitMinutes={draft.unitMinutes}
            capacity={Number.isNaN(draft.capacity) ? 0 : draft.capacity}
          />
        </Box>
      </Box>
    </EditForm>
  );
}

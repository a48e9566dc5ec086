import { Box, Tap, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { TextField } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { PlaceField } from '@/components/desk/PlaceField';
import type { CentreDraft } from '../../api/types';
import { wholeWeek } from './drafts';
import { DraftText, EditForm } from './EditForm';
import { HoursEditor } from './HoursEditor';
import { LabelsField } from './LabelsField';
import type { Editing } from './useEditing';

const WORDS: Record<keyof CentreDraft, string> = {
  name: '名称',
  tags: '标签',
  address: '地址',
  phone: '电话',
  intro: '介绍',
  location: '位置',
  services: '服务',
  hours: '开放时间',
};
const TAGS = ['超大场地', '夜间开放', '无障碍', '亲子', '长者食堂', '健身', '停车方便', '周末开放'];
const MAX_TAGS = 8;
const MAX_SERVICES = 30;

/** Everything about a centre. */
export function CentreForm({ editing, isNew }: { editing: Editing<CentreDraft>; isNew: boolean }) {
  const { draft, edit, faults } = editing;
  const text = { editing, words: WORDS };
  return (
    <EditForm {...text} save={isNew ? '新建中心' : '保存'}>
      <Box className="stack stack-6 form-columns">
        <Box className="stack stack-6">
          <Section title="中心">
            <Card>
              <Box className="stack stack-3">
                <DraftText {...text} field="name" maxLength={60} />
                <DraftText {...text} field="address" maxLength={120} />
                <DraftText {...text} field="phone" maxLength={24} placeholder="如 0596-2020001" />
                <PlaceField
                  value={draft.location}
                  onChange={(location) => edit('location', location)}
                  error={faults.location}
                  here="我就在中心，用现在的位置"
                />
                <LabelsField
                  label="标签"
                  value={draft.tags}
                  onChange={(tags) => edit('tags', tags)}
                  ready={TAGS}
                  max={MAX_TAGS}
                  error={faults.tags}
                />
                <DraftText {...text} field="intro" maxLength={1000} multiline />
              </Box>
            </Card>
          </Section>
        </Box>
        <Box className="stack stack-6">
          <Section title="开放时间">
            <Card>
              <HoursEditor
                value={wholeWeek(draft.hours)}
                onChange={(hours) => edit('hours', hours)}
                faults={faults}
                field="hours"
              />
            </Card>
          </Section>
          <Services
            value={draft.services}
            onChange={(services) => edit('services', services)}
            error={faults.services}
          />
        </Box>
      </Box>
    </EditForm>
  );
}

type Service = CentreDraft['services'][number];

function Services(props: {
  value: Service[];
  onChange: (value: Service[]) => void;
  error: string | undefined;
}) {
  const { value, onChange, error } = props;
  const put = (index: number, change: Partial<Service>): void =>
    onChange(value.map((service, at) => (at === index ? { ...service, ...change } : service)));
  return (
    <Section title="服务">
      {value.map((service, index) => (
        <Card key={index}>
          <Box className="stack stack-2">
            <Box className="row row-between">
              <Text className="t13 quiet">第 {index + 1} 项</Text>
              <Tap
                className="icon-key"
                onTap={() => onChange(value.filter((_service, at) => at !== index))}
                spoken={{ label: `去掉第 ${index + 1} 项服务` }}
              >
                <Icon name="close" />
              </Tap>
            </Box>
            <TextField
              label="服务名称"
              value={service.name}
              onInput={(name) => put(index, { name })}
              maxLength={40}
            />
            <TextField
              label="说明"
              value={service.description}
              onInput={(description) => put(index, { description })}
              maxLength={200}
            />
            <TextField
              label="什么时候"
              value={service.hours}
              onInput={(hours) => put(index, { hours })}
              maxLength={60}
              placeholder="如 周一至周五 9:00–17:00"
            />
          </Box>
        </Card>
      ))}
      {error !== undefined && <Text className="t13 bad block">{error}</Text>}
      {value.length < MAX_SERVICES && (
        <Button icon="plus" onTap={() => onChange([...value, { name: '', description: '', hours: '' }])}>
          加一项服务
        </Button>
      )}
    </Section>
  );
}

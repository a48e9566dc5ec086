import { useState } from 'react';
import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { TextField } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { useAction } from '@/lib/useAction';
import { changeVolunteer, volunteerChanged } from '../../api/volunteer';
import type { Volunteer } from '../../api/types';
import { idNumberProblem, tidyIdNumber } from './joining';
import { VolunteerFields, type Particulars } from './VolunteerFields';

const ID_MAX = 18;

/** Changes what may be changed. A number already kept is never shown in full; it can be replaced or taken away. */
export function ProfileForm({ volunteer, onDone }: { volunteer: Volunteer; onDone: () => void }) {
  const [particulars, setParticulars] = useState<Particulars>({
    community: volunteer.community,
    unitId: volunteer.unit?.id ?? null,
    skills: volunteer.skills,
    emergencyOptIn: volunteer.emergencyOptIn,
  });
  const [idNumber, setIdNumber] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const save = useAction(changeVolunteer, volunteerChanged);
  const kept = volunteer.idNumberMasked;
  const send = async (change: { idNumber?: string | null }): Promise<void> => {
    const { community, ...rest } = particulars;
    const saved = await save.run({ communityCode: community?.code ?? '', ...rest, ...change });
    if (saved !== undefined) onDone();
  };
  const saveAll = async (): Promise<void> => {
    const wrong = idNumberProblem(idNumber, volunteer.birthDay);
    setProblem(wrong);
    if (wrong !== undefined) return;
    const tidy = tidyIdNumber(idNumber);
    await send(tidy === '' ? {} : { idNumber: tidy });
  };
  return (
    <Section title="修改资料">
      <Card>
        <Box className="stack">
          <VolunteerFields
            value={particulars}
            onChange={(part) => setParticulars({ ...particulars, ...part })}
          />
          <TextField
            label={kept === null ? '证件号码（可以不填）' : `换一个证件号码（现在是 ${kept}）`}
            value={idNumber}
            onInput={(text) => {
              setIdNumber(text);
              setProblem(undefined);
            }}
            maxLength={ID_MAX}
            placeholder="18 位身份证号"
            hint="只在开志愿服务证明时用，加密保存，页面上遮住中间几位。"
            error={problem}
          />
          {kept !== null && (
            <Button icon="close" onTap={() => send({ idNumber: null })}>
              删掉证件号码
            </Button>
          )}
          {save.error !== null && <Refusal error={save.error} />}
          <Button kind="primary" wide onTap={saveAll} testId="save-profile">
            保存
          </Button>
          <Button wide onTap={onDone}>
            先不改
          </Button>
        </Box>
      </Card>
    </Section>
  );
}

import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Chips } from '@/components/Choice';
import { TextField } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { open } from '@/lib/navigate';
import { useAction } from '@/lib/useAction';
import { askForCertificate, certificatesChanged } from '../../api/certificates';
import type { MyCertificates } from '../../api/types';

/** Purposes most people have, to save typing. */
const USUAL = ['升学', '求职', '评优', '单位存档'].map((word) => ({ value: word, word }));
const PURPOSE_MAX = 60;

interface Props {
  available: NonNullable<MyCertificates['available']>;
  onDone: () => void;
}

/** Asks for a certificate about a stretch of days. */
export function CertificateForm({ available, onDone }: Props) {
  const [fromDay, setFromDay] = useState(available.fromDay);
  const [toDay, setToDay] = useState(available.toDay);
  const [purpose, setPurpose] = useState('');
  const [asked, setAsked] = useState(false);
  const ask = useAction(askForCertificate, certificatesChanged);
  const turned = fromDay > toDay;
  const send = async (): Promise<void> => {
    setAsked(true);
    if (turned || purpose.trim() === '') return;
    if ((await ask.run({ fromDay, toDay, purpose: purpose.trim() })) !== undefined) onDone();
  };
  return (
    <Section title="申请志愿服务证明">
      <Card>
        <Box className="stack">
          <TextField
            label="从哪一天"
            kind="date"
            value={fromDay}
            onInput={setFromDay}
            min={available.fromDay}
            max={available.toDay}
          />
          <TextField
            label="到哪一天"
            kind="date"
            value={toDay}
            onInput={setToDay}
            min={available.fromDay}
            max={available.toDay}
            error={asked && turned ? '结束的日子要在开始之后。' : undefined}
          />
          <TextField
            label="用来做什么"
            value={purpose}
            onInput={setPurpose}
            maxLength={PURPOSE_MAX}
            placeholder="如：升学"
            error={asked && purpose.trim() === '' ? '写一下用途，一两个字也行。' : undefined}
          />
          <Chips
            label="常用的用途"
            options={USUAL}
            value={USUAL.find((usual) => usual.value === purpose)?.value ?? null}
            onChange={(word) => setPurpose(word ?? '')}
          />
          <Text className="t13 quiet block">
            证明写姓名、证件号码（遮住中间）、志愿者编号、时长和内容，由社区开具，开好会发消息给你。
          </Text>
          {ask.error !== null && (
            <Refusal error={ask.error}>
              {ask.error.code === 'CERTIFICATE_IDENTITY' && (
                <Button small icon="edit" onTap={() => open('pages-volunteer/profile')}>
                  去填证件号码
                </Button>
              )}
            </Refusal>
          )}
          <Button kind="primary" wide icon="award" onTap={send} testId="send-certificate">
            提交申请
          </Button>
          <Button wide onTap={onDone}>
            先不申请
          </Button>
        </Box>
      </Card>
    </Section>
  );
}

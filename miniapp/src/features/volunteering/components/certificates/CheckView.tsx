import { spokenHours } from '@jiefang/shared/hours';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow } from '@/components/Card';
import { TextField } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { fullDay, spoken } from '@/lib/time';
import { useCertificateCheck } from '../../api/certificates';
import type { CertificateCheck } from '../../api/types';
import './certificates.scss';

interface Asked {
  number: string;
  code: string;
}

const NUMBER_MAX = 40;
const CODE_MAX = 20;

/** Anyone checks a certificate by its number and code; a link or QR code brings both along. */
export function CheckView({ number: firstNumber = '', code: firstCode = '' }: Partial<Asked>) {
  const [number, setNumber] = useState(firstNumber);
  const [code, setCode] = useState(firstCode);
  const [asked, setAsked] = useState<Asked | null>(askedOf(firstNumber, firstCode));
  const check = useCertificateCheck(asked);
  const ready = askedOf(number, code);
  const again = (): void => {
    if (ready === null) return;
    if (asked !== null && asked.number === ready.number && asked.code === ready.code) void check.refetch();
    else setAsked(ready);
  };
  return (
    <Box className="columns columns-even">
      <Box className="stack">
        {asked !== null && (
          <QueryState query={check} skeleton={<Skeleton lines={4} />}>
            {(data) => <Verdict check={data} />}
          </QueryState>
        )}
        {asked === null && (
          <Text className="quiet block">
            输入证明上的编号和校验码，就能知道是真是假、有没有被撤销。这里不显示任何个人信息。
          </Text>
        )}
      </Box>
      <Card>
        <Box className="stack">
          <TextField
            label="证明编号"
            value={number}
            onInput={setNumber}
            maxLength={NUMBER_MAX}
            placeholder="印在证明的最上面"
          />
          <TextField
            label="校验码"
            value={code}
            onInput={setCode}
            maxLength={CODE_MAX}
            placeholder="印在二维码旁边"
            onConfirm={again}
          />
          <Button
            kind="primary"
            wide
            icon="search"
            disabled={ready === null}
            busy={check.isFetching}
            onTap={again}
            testId="check-certificate"
          >
            核对
          </Button>
        </Box>
      </Card>
    </Box>
  );
}

function askedOf(number: string, code: string): Asked | null {
  const [tidyNumber, tidyCode] = [number.trim(), code.replace(/[\s-]/g, '').toUpperCase()];
  return tidyNumber === '' || tidyCode === '' ? null : { number: tidyNumber, code: tidyCode };
}

function Verdict({ check }: { check: CertificateCheck }) {
  const valid = check.status === 'issued';
  return (
    <Card testId="verdict">
      <Box className="stack stack-2">
        <Box className="row row-3">
          <Icon name={valid ? 'check' : 'ban'} className={`verdict-mark ${valid ? 'good' : 'bad'}`} />
          <Box className="grow">
            <Text className="t20 block">{valid ? '这份证明是真的，有效' : '这份证明已经撤销'}</Text>
            <Text className="t13 quiet num block">编号 {check.number}</Text>
          </Box>
        </Box>
        <Box>
          <ListRow title="服务时长" value={spokenHours(check.minutes)} />
          <ListRow title="期间" detail={`${fullDay(check.fromDay)} 到 ${fullDay(check.toDay)}`} />
          <ListRow title="开具单位" value={check.issuer} />
          <ListRow title="开具时间" value={spoken(check.issuedAt)} />
          {check.revokedAt !== null && <ListRow title="撤销时间" value={spoken(check.revokedAt)} />}
        </Box>
      </Box>
    </Card>
  );
}

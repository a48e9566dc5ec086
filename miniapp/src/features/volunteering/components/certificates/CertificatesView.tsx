import { spokenHours } from '@jiefang/shared/hours';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow, Section } from '@/components/Card';
import { Empty, QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { open } from '@/lib/navigate';
import { fullDay } from '@/lib/time';
import { useRefresh } from '@/lib/useRefresh';
import { useCertificates } from '../../api/certificates';
import type { Certificate, MyCertificates } from '../../api/types';
import { StatusChip } from '@/components/StatusChip';
import { CertificateForm } from './CertificateForm';

/** The reader's certificates, and asking for one. */
export function CertificatesView() {
  const certificates = useCertificates();
  useRefresh(() => certificates.refetch());
  return (
    <Box className="stack stack-6">
      <QueryState query={certificates} skeleton={<Skeleton count={2} lines={3} />}>
        {(data) => (
          <>
            <Ask certificates={data} />
            {data.items.length > 0 && (
              <Section title="我的证明">
                <Box className="grid-2">
                  {data.items.map((certificate) => (
                    <CertificateTile key={certificate.id} certificate={certificate} />
                  ))}
                </Box>
              </Section>
            )}
          </>
        )}
      </QueryState>
      <Card className="card-flush">
        <ListRow
          icon="search"
          title="核对一份证明"
          detail="凭编号和校验码，谁都能查真假"
          onTap={() => open('pages-volunteer/check')}
        />
      </Card>
    </Box>
  );
}

function Ask({ certificates: { available, items } }: { certificates: MyCertificates }) {
  const [asking, setAsking] = useState(false);
  if (available === null) {
    return items.length > 0 ? null : (
      <Empty
        icon="award"
        title="还开不了证明"
        hint="服务时长公示满 7 天并记录后，就能申请志愿服务证明，不收费。"
        action={<Button onTap={() => open('pages-volunteer/hours')}>看看我的时长</Button>}
      />
    );
  }
  if (asking) return <CertificateForm available={available} onDone={() => setAsking(false)} />;
  return (
    <Card>
      <Box className="stack stack-3">
        <Text className="block">
          可以写进证明的时长有 <Text className="strong num">{spokenHours(available.minutes)}</Text>
          。证明不收费，带编号和校验码。
        </Text>
        <Button kind="primary" wide icon="award" onTap={() => setAsking(true)} testId="ask-certificate">
          申请志愿服务证明
        </Button>
      </Box>
    </Card>
  );
}

function CertificateTile({ certificate }: { certificate: Certificate }) {
  const { id, fromDay, toDay, minutes, purpose, number, decidedReason, revokeReason } = certificate;
  const why = revokeReason ?? decidedReason;
  return (
    <Card
      className="tile"
      onTap={() => open('pages-volunteer/certificate', { id })}
      testId="certificate-tile"
    >
      <Box className="row row-between row-wrap">
        <Text className="t17 strong num">{spokenHours(minutes)}</Text>
        <StatusChip of="certificate" status={certificate.status} />
      </Box>
      <Text className="t15 num block">
        {fullDay(fromDay)} 到 {fullDay(toDay)}
      </Text>
      <Text className="t13 quiet block">{number === null ? purpose : `${purpose} · 编号 ${number}`}</Text>
      {why !== null && <Text className="t13 block tile-reason">{why}</Text>}
    </Card>
  );
}

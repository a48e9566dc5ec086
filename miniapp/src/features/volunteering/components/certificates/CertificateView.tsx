import { spokenHours } from '@jiefang/shared/hours';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, ListRow, Section } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { ShareLink } from '@/components/share/ShareLink';
import { useShareCard, type ShareCard } from '@/components/share/useShareCard';
import { openFile } from '@/lib/download';
import { isWeapp } from '@/lib/platform';
import { fullDay, spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { certificateLink } from '../../api/certificates';
import type { Certificate } from '../../api/types';
import { StatusChip } from '@/components/StatusChip';
import './certificates.scss';

/** One certificate: what it says, its file, and how others can check it. */
export function CertificateView({ certificate }: { certificate: Certificate }) {
  const { id, status, number, code, fromDay, toDay, minutes, purpose, checkPath, actions } = certificate;
  const why = certificate.revokeReason ?? certificate.decidedReason;
  const download = useAction(async (which: string) =>
    openFile(await certificateLink(which), `志愿服务证明${number ?? ''}`, 'pdf'),
  );
  const card: ShareCard | null =
    checkPath === null ? null : { title: '核对我的志愿服务证明', path: checkPath };
  useShareCard(card);
  return (
    <>
      <Box className="stack stack-2">
        <Text className="t26 num block">{spokenHours(minutes)}</Text>
        <Text className="t17 num block">
          {fullDay(fromDay)} 到 {fullDay(toDay)}
        </Text>
        <Box className="row row-wrap">
          <StatusChip of="certificate" status={status} />
        </Box>
      </Box>
      {status === 'requested' && (
        <Notice icon="hourglass">申请交上去了，等社区开具。开好会发到「消息」里。</Notice>
      )}
      {why !== null && (
        <Notice tone="wait" icon="info">
          {why}
        </Notice>
      )}
      <Box className="columns columns-even">
        <Box className="stack">
          <Card className="card-flush">
            <ListRow title="用途" value={purpose} />
            {number !== null && <ListRow title="编号" value={<Text className="num">{number}</Text>} />}
            {certificate.issuedAt !== null && (
              <ListRow title="开具时间" value={spoken(certificate.issuedAt)} />
            )}
            {certificate.revokedAt !== null && (
              <ListRow title="撤销时间" value={spoken(certificate.revokedAt)} />
            )}
          </Card>
          {download.error !== null && <Refusal error={download.error} />}
          <Can do="download" among={actions}>
            <Button
              kind="primary"
              wide
              icon="download"
              onTap={() => download.run(id)}
              testId="download-certificate"
            >
              {isWeapp ? '打开证明' : '下载证明'}
            </Button>
          </Can>
        </Box>
        {code !== null && (
          <Section title="请对方核对">
            <Card>
              <Box className="stack stack-3">
                <Text className="block">
                  把编号和校验码一起给对方，他能看到时长、期间和开具单位，看不到你的个人信息。
                </Text>
                <Text
                  className="certificate-code num"
                  spoken={{ label: `校验码 ${code.split('').join(' ')}` }}
                  testId="certificate-code"
                >
                  {code}
                </Text>
                {card !== null && (
                  <ShareLink card={card} copyWord="复制核对链接" hint="打开链接就能核对，不用登录。" />
                )}
              </Box>
            </Card>
          </Section>
        )}
      </Box>
    </>
  );
}

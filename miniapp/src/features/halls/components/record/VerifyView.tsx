import type { RecordReport } from '@jiefang/shared/record';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { Refusal } from '@/components/Refusal';
import { fullDay, spoken } from '@/lib/time';
import { useVerifying, type Verifying } from '../../hooks/useVerifying';
import { downloadRecord, pickRecord } from '../../record-file';
import { grouped, shortHash } from '../../words';
import '../topic/topic.scss';
import './record.scss';

/** Proves a record on this device: the topic's own, or a file that somebody gave the reader. */
export function VerifyView({ topicId }: { topicId: string }) {
  const { state, verify } = useVerifying();
  const running = state.phase === 'running';
  return (
    <Box className="columns columns-even">
      <Box className="stack">
        <Text className="block">
          核对在你的设备上做：算每一条的指纹，看它是不是扣着上一条；比每段文字和它的承诺；按选票重新计一遍票。
        </Text>
        <Outcome state={state} />
      </Box>
      <Card>
        <Box className="stack stack-3">
          {topicId !== '' && (
            <Button
              kind="primary"
              wide
              icon="download"
              busy={running}
              onTap={() => verify(() => downloadRecord(topicId))}
              testId="verify-now"
            >
              下载并核对
            </Button>
          )}
          <Button
            kind={topicId === '' ? 'primary' : 'plain'}
            wide
            icon="search"
            disabled={running}
            onTap={() => pickRecord((file) => void verify(() => file))}
            testId="verify-file"
          >
            核对一个文件
          </Button>
          <Text className="t13 quiet block">
            以前下载过的、别人转给你的存证文件（.ndjson），都能拿来核对。
          </Text>
        </Box>
      </Card>
    </Box>
  );
}

function Outcome({ state }: { state: Verifying }) {
  switch (state.phase) {
    case 'idle':
      return null;
    case 'running':
      return <Running {...state} />;
    case 'failed':
      return <Refusal error={state.error} />;
    case 'done':
      return <Report report={state.report} name={state.name} />;
  }
}

function Running({ bytesRead, size }: { bytesRead: number; size: number | null }) {
  const share = size === null || size === 0 ? null : Math.min(100, (bytesRead / size) * 100);
  const told = share === null ? `已经核对 ${kilobytes(bytesRead)}` : `已经核对 ${Math.floor(share)}%`;
  return (
    <Card>
      <Box className="stack stack-2" spoken={{ role: 'status', live: 'polite', label: told }}>
        <Box className="row">
          <Text className="spinner" />
          <Text className="num">{told}</Text>
        </Box>
        {share !== null && (
          <Box className="meter">
            <Box className="meter-done" style={{ width: `${share}%` }} />
          </Box>
        )}
      </Box>
    </Card>
  );
}

const FEW = 20;

/** The verdict, and every row that is not as it was written. */
function Report({ report, name }: { report: RecordReport; name: string }) {
  const { ok, topic, entries, head, faults, faultCount, erased, withheld, roots, tally, exportedAt } = report;
  const [all, setAll] = useState(false);
  const shown = all ? faults : faults.slice(0, FEW);
  const newest = roots[roots.length - 1];
  return (
    <Box className="stack" testId={ok ? 'record-ok' : 'record-broken'}>
      <Card>
        <Box className="stack stack-3">
          <Box className="row row-3" spoken={{ role: 'status', live: 'polite' }}>
            <Icon name={ok ? 'check' : 'alert'} large className={ok ? 'good' : 'bad'} />
            <Box className="grow">
              <Text className="t20 block">{ok ? '全部吻合' : `发现 ${grouped(faultCount)} 处不对`}</Text>
              <Text className="quiet block">{topic === null ? name : topic.title}</Text>
            </Box>
          </Box>
          <Text className="block num">
            核对了 {grouped(entries)} 条记录
            {exportedAt === null ? '' : `，导出于 ${spoken(exportedAt)}`}。
          </Text>
          {head !== null && (
            <Text className="t13 quiet num block">
              最后一条是第 {head.seq} 条，指纹 {shortHash(head.hash)}
            </Text>
          )}
          {tally !== null && ok && <Text className="block">按选票重新计了一遍，和公布的结果一样。</Text>}
          {erased > 0 && <Text className="block num">有 {erased} 段文字依法删除，删除本身也记着。</Text>}
          {withheld > 0 && <Text className="block num">有 {withheld} 段文字不公开，指纹还在。</Text>}
          {newest !== undefined && (
            <Text className="t13 quiet num block">
              {fullDay(newest.day)} 的每日根盖住了前 {newest.seq} 条：{shortHash(newest.root)}
            </Text>
          )}
        </Box>
      </Card>
      {faults.length > 0 && (
        <Section title="哪里不对">
          <Card>
            <Box className="stack stack-3">
              {shown.map((fault, no) => (
                <Box key={`${no}`} className="fault" testId="fault">
                  <Text className="block">{fault.words}</Text>
                  {fault.line !== null && <Text className="t13 quiet num block">文件第 {fault.line} 行</Text>}
                </Box>
              ))}
              {shown.length < faults.length && (
                <Button small icon="down" onTap={() => setAll(true)}>
                  {`看全部 ${faults.length} 处`}
                </Button>
              )}
            </Box>
          </Card>
        </Section>
      )}
    </Box>
  );
}

function kilobytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

import { Box, Text } from '@/components/base';
import { Card } from '@/components/Card';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { spoken } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { useDivisionList } from '../../api/desk';
import type { AuditEntry } from '../../api/types';
import { auditFacts } from './audit-facts';

/** 预约 x → 预约编号 x: what looks like a code says that it is a number to look things up by. */
const numbered = (target: string): string => target.replace(' ', '编号 ');

/** What staff of a division and below have done, the latest first. */
export function AuditView({ code }: { code: string }) {
  const query = useDivisionList<AuditEntry>(code, 'audit');
  const now = useNow();
  return (
    <PagedList
      query={query}
      keyOf={(entry) => `${entry.requestId}${entry.at}${entry.target}${entry.action}`}
      className="grid-audit"
      skeleton={<Skeleton count={4} lines={2} />}
      empty={
        <Empty icon="list" title="还没有操作记录" hint="审核、签到、闭馆、改规则，每一步都会记在这里。" />
      }
      render={(entry) => (
        <Card className="audit-entry">
          <Box className="row row-between">
            <Text className="t15 strong clip">{`${entry.actor}${entry.action}`}</Text>
            <Text className="t13 quiet num fixed">{spoken(entry.at, now)}</Text>
          </Box>
          {auditFacts(entry.detail, now).map(({ name, text }) => (
            <Text key={name + text} className="t13 block">
              {`${name}：${text}`}
            </Text>
          ))}
          <Text className="refusal-id block">{`${numbered(entry.target)} · 编号 ${entry.requestId}`}</Text>
        </Card>
      )}
    />
  );
}

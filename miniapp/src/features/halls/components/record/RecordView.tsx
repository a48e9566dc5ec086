import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow, Section } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Qr } from '@/components/Qr';
import { Skeleton } from '@/components/Skeleton';
import { Sheet } from '@/components/Sheet';
import { ShareLink } from '@/components/share/ShareLink';
import { pageAddress } from '@/lib/address';
import { open, pageUrl } from '@/lib/navigate';
import { spoken } from '@/lib/time';
import { useRecord } from '../../api/record';
import type { RecordItem, Topic } from '../../api/types';
import { shortHash } from '../../words';
import { PrintNotice } from './PrintNotice';
import { ReceiptCheck } from './ReceiptCheck';
import './record.scss';

const PAGE = 'pages-halls/record';

/** Everything that happened to a topic, provable by anybody. */
export function RecordView({ topic }: { topic: Topic }) {
  const { id, title, record } = topic;
  const entries = useRecord(id);
  const address = pageAddress(PAGE, { id });
  const counted = topic.tally !== null;
  const [posting, setPosting] = useState(false);
  return (
    <>
      <Box className="stack stack-2">
        <Text className="t20 block">{title}</Text>
        <Text className="block">
          从提出到落实，每一步都按顺序记着，一条扣着一条。改掉、删掉、调换、插进任何一条，核对时都会被发现。
        </Text>
        <Text className="t13 quiet num block">
          共 {record.seq} 条 · 最新一条的指纹 {shortHash(record.hash)}
        </Text>
      </Box>
      <Box className="columns record-columns">
        <Section title="经过">
          <PagedList<RecordItem>
            query={entries}
            keyOf={(entry) => String(entry.seq)}
            render={(entry) => <EntryCard entry={entry} />}
            className="stack stack-2"
            most={60}
            skeleton={<Skeleton count={4} lines={2} />}
            empty={<Empty icon="shield" title="还没有记录" hint="议题提交后，每一步都会记在这里。" />}
          />
        </Section>
        <Box className="stack stack-6">
          <Card>
            <Box className="stack stack-3">
              <Text className="strong block">不信我们，自己核对</Text>
              <Text className="quiet block">
                把整份记录下载到你的手机上，由手机一条条算一遍，不用相信任何人。
              </Text>
              <Button
                kind="primary"
                wide
                icon="shield"
                onTap={() => open('pages-halls/verify', { id })}
                testId="verify"
              >
                核对存证
              </Button>
            </Box>
          </Card>
          {counted && <ReceiptCheck topicId={id} />}
          <Card className="card-flush">
            <ListRow
              icon="qr"
              title="贴到楼道里"
              detail="二维码和可以打印的告示"
              onTap={() => setPosting(true)}
              testId="post"
            />
          </Card>
        </Box>
      </Box>
      <Sheet title="贴到楼道里" open={posting} onClose={() => setPosting(false)}>
        <Box className="record-qr">
          <Qr text={address} label="扫码打开这个议题的存证" />
        </Box>
        <Text className="quiet block">街坊扫这个码就能看到全部经过，不用登录。</Text>
        <PrintNotice topic={topic} address={address} />
        <ShareLink
          card={{ title: `「${title}」的存证`, path: pageUrl(PAGE, { id }) }}
          copyWord="复制存证链接"
          hint="打开就能看，也能核对。"
        />
      </Sheet>
    </>
  );
}

const CLIPPED = 120;

function EntryCard({ entry }: { entry: RecordItem }) {
  const { seq, at, word, actor, hash, texts, summary } = entry;
  const [whole, setWhole] = useState(false);
  const isLong = texts.some(({ text }) => [...(text ?? '')].length > CLIPPED);
  return (
    <Card testId={`entry-${seq}`}>
      <Box className="stack stack-1">
        <Box className="row row-between row-wrap">
          <Text className="strong">{word}</Text>
          <Text className="t13 quiet num">第 {seq} 条</Text>
        </Box>
        <Text className="t13 quiet num block">
          {spoken(at)} · {actor.roleWord}
          {actor.ref === null ? '' : `（${actor.ref.slice(0, 4)}）`}
        </Text>
        {summary !== '' && <Text className="block">{summary}</Text>}
        {texts.map(({ name, word: of, text, state }) => (
          <Box key={name} className="record-text">
            <Text className="t13 quiet block">{of}</Text>
            {text === null ? (
              <Box className="row t13 quiet">
                <Icon name={state === 'erased' ? 'ban' : 'lock'} />
                <Text>{state === 'erased' ? '文字依法删除，承诺还在' : '文字不公开'}</Text>
              </Box>
            ) : (
              <Text className="block pre">
                {whole || [...text].length <= CLIPPED ? text : `${[...text].slice(0, CLIPPED).join('')}…`}
              </Text>
            )}
          </Box>
        ))}
        {isLong && !whole && (
          <Button small icon="down" onTap={() => setWhole(true)}>
            看全文
          </Button>
        )}
        <Text className="t13 quiet num block">指纹 {shortHash(hash)}</Text>
      </Box>
    </Card>
  );
}

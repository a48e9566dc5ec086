import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section, TextLink } from '@/components/Card';
import { QueryState } from '@/components/QueryState';
import { Sheet } from '@/components/Sheet';
import { spoken } from '@/lib/time';
import { useTexts } from '../../api/topic';
import type { Topic } from '../../api/types';
import { shortHash } from '../../words';

/** Longer texts open on demand, so that what can be done stays within reach. */
const SHOWN = 280;

/** The text that is discussed, with its versions; frozen once it is final. */
export function TextCard({ topic }: { topic: Topic }) {
  const { text, body } = topic;
  const [open, setOpen] = useState(false);
  const [versions, setVersions] = useState(false);
  const isLong = [...body].length > SHOWN;
  return (
    <Section
      title={text.hash === null ? '说的是什么' : '定稿'}
      more={
        text.count > 1 ? (
          <TextLink onTap={() => setVersions(true)} testId="versions">
            {`第 ${text.no} 版，看以前的`}
          </TextLink>
        ) : undefined
      }
    >
      <Card>
        <Box className="stack stack-3">
          {text.hidden && <Text className="quiet block">这段文字被隐藏了，理由写在存证里。</Text>}
          <Text className="block pre">
            {isLong && !open ? `${[...body].slice(0, SHOWN).join('')}…` : body}
          </Text>
          {isLong && !open && (
            <Button small icon="down" onTap={() => setOpen(true)}>
              看全文
            </Button>
          )}
          {text.hash !== null && (
            <Text className="t13 quiet block num">文字已经定下，不能再改。指纹 {shortHash(text.hash)}</Text>
          )}
        </Box>
      </Card>
      <Sheet title="以前的文字" open={versions} onClose={() => setVersions(false)}>
        <Versions id={topic.id} />
      </Sheet>
    </Section>
  );
}

function Versions({ id }: { id: string }) {
  const texts = useTexts(id, true);
  return (
    <QueryState query={texts}>
      {({ items }) => (
        <>
          {[...items]
            .sort((a, b) => b.no - a.no)
            .map((version) => (
              <Card key={version.no}>
                <Box className="stack stack-2">
                  <Text className="t13 quiet num block">
                    第 {version.no} 版 · {spoken(version.createdAt)}
                  </Text>
                  <Text className="strong block">{version.title}</Text>
                  <Text className="block pre">{version.body}</Text>
                </Box>
              </Card>
            ))}
        </>
      )}
    </QueryState>
  );
}

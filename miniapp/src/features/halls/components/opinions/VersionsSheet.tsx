import { Box, Text } from '@/components/base';
import { Card } from '@/components/Card';
import { QueryState } from '@/components/QueryState';
import { Sheet } from '@/components/Sheet';
import { spoken } from '@/lib/time';
import { useOpinionTexts } from '../../api/opinions';

/** What an opinion said before, newest first. */
export function VersionsSheet({
  id,
  title = '改过的地方',
  onClose,
}: {
  id: string;
  title?: string;
  onClose: () => void;
}) {
  const texts = useOpinionTexts(id, true);
  return (
    <Sheet title={title} open onClose={onClose}>
      <QueryState query={texts}>
        {({ items }) => (
          <>
            {[...items]
              .sort((a, b) => b.no - a.no)
              .map(({ no, text, createdAt, held }) => (
                <Card key={no}>
                  <Box className="stack stack-1">
                    <Text className="t13 quiet num block">
                      第 {no} 版 · {spoken(createdAt)}
                      {held ? ' · 正在查看' : ''}
                    </Text>
                    <Text className="block pre">{text ?? '这一版的文字不公开。'}</Text>
                  </Box>
                </Card>
              ))}
          </>
        )}
      </QueryState>
    </Sheet>
  );
}

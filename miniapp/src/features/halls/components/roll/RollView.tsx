import { ROLL_SOURCE_WORDS } from '@jiefang/shared/rule-packs';
import { areaWords } from '@jiefang/shared/tally-words';
import { Box, Text } from '@/components/base';
import { Card, ListRow, Section } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { spoken } from '@/lib/time';
import { useSignedIn } from '@/lib/session';
import type { RollFacts } from '../../api/types';
import { CAPACITY_HINTS, CAPACITY_WORDS, grouped, rollWord, shortHash } from '../../words';

/** Who may vote, in figures by building, and whether the reader is among them. */
export function RollView({ roll }: { roll: RollFacts }) {
  const { source, size, area, hash, frozenAt, buildings, mine } = roll;
  const signedIn = useSignedIn();
  return (
    <>
      <Box className="stack stack-2">
        <Text className="t26 num block">{rollWord(source, size)}</Text>
        {area !== null && <Text className="t17 num block">共 {areaWords(area)}</Text>}
        <Text className="block">{ROLL_SOURCE_WORDS[source]}</Text>
        <Text className="t13 quiet num block">
          {spoken(frozenAt)} 公告时定下，之后谁也不能改 · 指纹 {shortHash(hash)}
        </Text>
      </Box>
      <Box className="columns">
        <Section title="各楼">
          <Card className="card-flush">
            {buildings.map((one) => (
              <ListRow
                key={one.building}
                icon="building"
                title={one.building === '' ? '其他' : one.building}
                detail={one.area === null ? undefined : areaWords(one.area)}
                value={grouped(one.size)}
              />
            ))}
          </Card>
          <Text className="t13 quiet block">这里只有数目。谁在名册里、谁投了票，不对外公开。</Text>
        </Section>
        <Section title="我在名册里吗">
          {mine.length > 0 ? (
            <Card className="card-flush" testId="roll-mine">
              {mine.map(({ no, capacity, label }) => (
                <ListRow
                  key={no}
                  icon="person"
                  title={`${CAPACITY_WORDS[capacity]} · ${label}`}
                  detail={CAPACITY_HINTS[capacity]}
                />
              ))}
            </Card>
          ) : (
            <Notice icon="people">
              {signedIn
                ? '你不在这份名册里。觉得漏了你，请联系社区，或者在公示时提异议。'
                : '登录后可以看到你在不在名册里。'}
            </Notice>
          )}
        </Section>
      </Box>
    </>
  );
}

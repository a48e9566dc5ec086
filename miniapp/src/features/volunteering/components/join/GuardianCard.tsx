import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Refusal } from '@/components/Refusal';
import { ShareLink } from '@/components/share/ShareLink';
import { useShareCard, type ShareCard } from '@/components/share/useShareCard';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { makeGuardianLink } from '../../api/volunteer';

/** A minor hands the guardian a link to agree by. */
export function GuardianCard() {
  const make = useAction(makeGuardianLink);
  const link = make.result;
  const card: ShareCard | null =
    link === undefined ? null : { title: '请你同意我做社区志愿者', path: link.path };
  useShareCard(card);
  return (
    <Card testId="guardian-card">
      <Box className="stack stack-3">
        <Text className="t17 strong block">还差监护人同意</Text>
        <Text className="block">
          把链接发给爸爸妈妈或别的监护人，登录后点同意就行。也可以请监护人到社区当面同意。
        </Text>
        {card === null || link === undefined ? (
          <Button kind="primary" wide icon="share" onTap={() => make.run(null)} testId="guardian-link">
            生成同意链接
          </Button>
        ) : (
          <ShareLink
            card={card}
            copyWord="复制同意链接"
            hint={`链接在${spoken(link.expiresAt)}前有效，只能用一次。`}
          />
        )}
        {make.error !== null && <Refusal error={make.error} />}
      </Box>
    </Card>
  );
}

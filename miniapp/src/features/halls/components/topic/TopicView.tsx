import { useEffect } from 'react';
import { Box, showElement, Text } from '@/components/base';
import { Card, Section } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { useParticipation } from '../../api/voting';
import type { Topic } from '../../api/types';
import type { TopicActs } from '../../hooks/useTopicActs';
import { OpinionsPreview } from '../opinions/OpinionsPreview';
import { EndorseCard } from './EndorseCard';
import { FollowUps } from './FollowUps';
import { MoreActs, type Asked } from './MoreActs';
import { Objections } from './Objections';
import { ParticipationCard } from './ParticipationCard';
import { ResultCard } from './ResultCard';
import { RulesCard } from './RulesCard';
import { TextCard } from './TextCard';
import { TopicHead } from './TopicHead';
import { TopicLinks } from './TopicLinks';

const REFUSAL_ID = 'topic-refusal';

interface Props {
  topic: Topic;
  acts: TopicActs;
  asked: Asked;
  ask: (what: Asked) => void;
}

/** A topic: where it stands, what it says, what was said and decided about it. */
export function TopicView({ topic, acts, asked, ask }: Props) {
  const { error } = acts;
  useEffect(() => {
    if (error !== null) showElement(REFUSAL_ID);
  }, [error]);
  return (
    <>
      <TopicHead topic={topic} />
      {error !== null && (
        <Box domId={REFUSAL_ID}>
          <Refusal error={error} />
        </Box>
      )}
      {acts.endorse.result !== undefined && topic.mine?.endorsed === true && (
        <Notice tone="good" testId="endorsed">
          附议好了。人数够了会告诉你。
        </Notice>
      )}
      <Box className="columns">
        <Box className="stack stack-6">
          {topic.answer !== null && (
            <Section title="社区的答复">
              <Card testId="answer">
                <Text className="block pre">{topic.answer}</Text>
              </Card>
            </Section>
          )}
          <ResultCard topic={topic} />
          <FollowUps topic={topic} />
          <Objections topic={topic} />
          <TextCard topic={topic} />
          <EndorseCard topic={topic} acts={acts} />
          <Voting topic={topic} />
          <OpinionsPreview topic={topic} />
        </Box>
        <Box className="stack stack-6">
          <TopicLinks topic={topic} />
          <RulesCard topic={topic} />
          <MoreActs topic={topic} acts={acts} asked={asked} ask={ask} />
        </Box>
      </Box>
    </>
  );
}

function Voting({ topic: { id, status } }: { topic: Topic }) {
  const participation = useParticipation(id, status === 'voting');
  if (status !== 'voting') return null;
  return (
    <Section title="参加了多少">
      <QueryState query={participation}>{(data) => <ParticipationCard participation={data} />}</QueryState>
    </Section>
  );
}

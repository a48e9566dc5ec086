import { Refusal } from '@/components/Refusal';
import { Skeleton } from '@/components/Skeleton';
import { QueryState } from '@/components/QueryState';
import { usePatrol, useRoute } from '../api/patrols';
import type { Claim, Route } from '../api/types';
import { useRecorder, useRecording, useResting } from '../hooks/useRecorder';
import type { Recorder } from '../recorder/recorder';
import { FinishedView } from './FinishedView';
import { OtherPhone } from './OtherPhone';
import { OtherTab } from './OtherTab';
import { RecordingView } from './RecordingView';
import { StartView } from './StartView';
import './patrol.scss';

/** The patrol of a claim, from before the start to long after the finish. */
export function PatrolView({ claim }: { claim: Claim }) {
  const recorder = useRecorder(claim.id);
  const resting = useResting();
  const { data, error } = useRoute(claim.task.id);
  const route = data ?? null;
  if (recorder !== null) return <Here claim={claim} recorder={recorder} route={route} />;
  if (resting) return <OtherTab />;
  if (claim.patrolId !== null) return <Elsewhere claim={claim} patrolId={claim.patrolId} />;
  if (data === undefined && error !== null) return <Refusal error={error} />;
  return <StartView claim={claim} route={route} />;
}

function Here({ claim, recorder, route }: { claim: Claim; recorder: Recorder; route: Route | null }) {
  const { facts } = useRecording(recorder);
  if (facts.status === 'finished')
    return <FinishedView claim={claim} patrolId={facts.id} recorder={recorder} />;
  return <RecordingView recorder={recorder} route={route} />;
}

function Elsewhere({ claim, patrolId }: { claim: Claim; patrolId: string }) {
  const patrol = usePatrol(patrolId, false);
  return (
    <QueryState query={patrol} skeleton={<Skeleton count={2} lines={4} />}>
      {(data) =>
        data.status === 'finished' ? (
          <FinishedView claim={claim} patrolId={patrolId} recorder={null} />
        ) : (
          <OtherPhone patrol={data} />
        )
      }
    </QueryState>
  );
}

import { CountingRoom } from '@/features/hall-desk/components/counting/CountingRoom';
import { RoomsView } from '@/features/hall-desk/components/counting/RoomsView';
import { DeskGate, DivisionPage } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** The counting room of a topic; without one, the rooms that have something to do. */
export default function CountingPage() {
  const { topic, code } = useParams<'topic' | 'code'>();
  if (topic !== undefined)
    return <DeskGate title="计票室">{() => <CountingRoom topicId={topic} />}</DeskGate>;
  return (
    <DivisionPage title="计票室" needs="ballots.enter" code={code}>
      {({ division }) => <RoomsView code={division.code} />}
    </DivisionPage>
  );
}

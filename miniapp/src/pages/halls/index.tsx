import { Page } from '@/components/Page';
import { HallView } from '@/features/halls/components/hall/HallView';

/** 议事: what my community is deciding. */
export default function HallsPage() {
  return (
    <Page title="议事" tab="halls">
      <HallView />
    </Page>
  );
}

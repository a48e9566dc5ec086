import { Page } from '@/components/Page';
import { PublicationView } from '@/features/volunteering/components/hours/PublicationView';

/** Hours a community makes public; anyone may read. */
export default function PublicationPage() {
  return (
    <Page title="时长公示">
      <PublicationView />
    </Page>
  );
}

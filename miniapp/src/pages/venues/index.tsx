import { Page } from '@/components/Page';
import { CentreFinder } from '@/features/venues/components/CentreFinder';

/** 预约: find a centre. */
export default function VenuesPage() {
  return (
    <Page title="预约" tab="venues">
      <CentreFinder />
    </Page>
  );
}

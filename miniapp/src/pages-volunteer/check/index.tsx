import { Page } from '@/components/Page';
import { CheckView } from '@/features/volunteering/components/certificates/CheckView';
import { useParams } from '@/lib/navigate';

/** Checks a certificate; open to anyone, also from the code printed on it. */
export default function CheckPage() {
  const { number, code } = useParams<'number' | 'code'>();
  return (
    <Page title="核对证明">
      <CheckView {...(number === undefined ? {} : { number })} {...(code === undefined ? {} : { code })} />
    </Page>
  );
}

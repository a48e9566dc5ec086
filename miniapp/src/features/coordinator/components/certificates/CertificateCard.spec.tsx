import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { queryClient } from '@/lib/query';
import type { StaffCertificate } from '../../api/types';
import { CertificateCard } from './CertificateCard';

const certificate: StaffCertificate = {
  id: 'certificate1',
  status: 'issued',
  number: '350602002002-2026-000001',
  code: null,
  fromDay: '2026-11-01',
  toDay: '2026-11-30',
  minutes: 185,
  purpose: '入学积分',
  createdAt: '2026-11-30T02:00:00.000Z',
  issuedAt: '2026-11-30T02:10:00.000Z',
  decidedReason: null,
  revokedAt: null,
  revokeReason: null,
  volunteer: { number: '350602000001', name: '林**' },
  takenBackMinutes: 0,
  actions: ['revoke'],
};
const open = (item: StaffCertificate): void => {
  render(
    <QueryClientProvider client={queryClient}>
      <CertificateCard item={item} onDecided={() => undefined} />
    </QueryClientProvider>,
  );
};

it('says how much was taken back since it was issued, beside the button that revokes it', () => {
  open({ ...certificate, takenBackMinutes: 125 });
  expect(screen.getByTestId('taken-back').textContent).toContain(
    '开具以后，证明上的时长少了 2 小时 5 分，请看看要不要撤销。',
  );
  screen.getByTestId('revoke');
});

it('says nothing while its hours stand', () => {
  open(certificate);
  expect(screen.queryByTestId('taken-back')).toBeNull();
});

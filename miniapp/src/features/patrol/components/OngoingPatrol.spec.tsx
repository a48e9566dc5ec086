import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useSession } from '@/lib/session';
import { tellOngoing } from '../ongoing';
import { OngoingPatrol } from './OngoingPatrol';

const signIn = (): void =>
  useSession.getState().signIn({ accessToken: 'a', accessExpiresAt: '', refreshToken: 'r' });

it('leads back to the patrol with one tap, as long as there is one', () => {
  signIn();
  render(<OngoingPatrol />);
  expect(screen.queryByTestId('ongoing-patrol')).toBeNull();
  act(() => tellOngoing({ claimId: 'c1', standing: 'recording' }, true));
  fireEvent.click(screen.getByText('巡防还在记录，回去继续'));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages-volunteer/patrol/index?claim=c1' });
  act(() => tellOngoing({ claimId: 'c1', standing: 'paused' }, true));
  expect(screen.getByText('巡防暂停着，回去继续')).toBeTruthy();
  act(() => tellOngoing(null, true));
  expect(screen.queryByTestId('ongoing-patrol')).toBeNull();
});

it('shows nothing to somebody who is not signed in', () => {
  useSession.getState().signOut();
  tellOngoing({ claimId: 'c1', standing: 'stopped' }, false);
  render(<OngoingPatrol />);
  expect(screen.queryByTestId('ongoing-patrol')).toBeNull();
});

import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { RouteMap } from './RouteMap';
import { RoutePicker } from './RoutePicker';
import type { PickedRoute } from './types';

jest.mock('@/theme/system', () => ({ useSystemColour: () => 'light', deviceTextFactor: () => 1 }));

const GATE = { latitude: 24.5108, longitude: 117.6471 };
const BRIDGE = { latitude: 24.5117, longitude: 117.6471 };

describe('the map of a patrol', () => {
  it('says in words what it shows', () => {
    render(
      <RouteMap
        label="走过的路线"
        route={[GATE, BRIDGE]}
        segments={[[GATE, BRIDGE]]}
        aside={[GATE]}
        checkpoints={[
          { no: 1, name: '南门', ...GATE, reached: true },
          { no: 2, name: '桥头', ...BRIDGE, reached: false },
        ]}
      />,
    );
    const words = screen.getByRole('img').getAttribute('aria-label');
    expect(words).toBe(
      '走过的路线。路线长约 100 米。走过约 100 米。2 个打卡点到了 1 个：1 南门到了，2 桥头还没到。1 个点没有算',
    );
  });

  it('tells reached from not reached by shape and word, draws a scale and north', () => {
    const { container } = render(
      <RouteMap
        label="地图"
        checkpoints={[
          { no: 1, name: '南门', ...GATE, reached: true },
          { no: 2, name: '桥头', ...BRIDGE, reached: false },
        ]}
      />,
    );
    expect(container.querySelectorAll('circle.map-reached')).toHaveLength(1);
    expect(container.querySelectorAll('rect.map-ahead')).toHaveLength(1);
    expect(screen.getByText('南门 · 到了')).toBeTruthy();
    expect(screen.getByText('桥头 · 还没到')).toBeTruthy();
    expect(screen.getByText('北')).toBeTruthy();
    expect(screen.getByText(/^\d+ 米$/)).toBeTruthy();
  });

  it('says which of the people one tapped', () => {
    const tapped = jest.fn();
    render(
      <RouteMap
        label="正在巡防"
        people={[{ key: 'p1', word: '林**', ...GATE, stale: false }]}
        onPerson={tapped}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: '林**' }));
    expect(tapped).toHaveBeenCalledWith('p1');
  });

  it('is there even with nothing to show', () => {
    render(<RouteMap label="地图" />);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('地图');
  });
});

function Picker({ onRoute }: { onRoute: (route: PickedRoute) => void }) {
  const [route, setRoute] = useState<PickedRoute>({ line: [], checkpoints: [] });
  return (
    <RoutePicker
      centre={GATE}
      value={route}
      onChange={(next) => {
        setRoute(next);
        onRoute(next);
      }}
    />
  );
}

describe('drawing a route', () => {
  it('adds where one taps, moves what is chosen, and takes numbers', () => {
    const onRoute = jest.fn<void, [PickedRoute]>();
    render(<Picker onRoute={onRoute} />);
    const last = (): PickedRoute => onRoute.mock.calls.at(-1)?.[0] as PickedRoute;
    const sheet = screen.getByTestId('route-picker');

    fireEvent.click(sheet, { clientX: 179, clientY: 100 });
    fireEvent.click(screen.getByRole('radio', { name: '加打卡点' }));
    fireEvent.click(sheet, { clientX: 250, clientY: 100 });
    expect(last().line).toHaveLength(1);
    expect(last().checkpoints).toHaveLength(1);
    expect(last().checkpoints[0]?.longitude).toBeGreaterThan(GATE.longitude);

    fireEvent.click(screen.getByRole('checkbox', { name: '路线点 1' }));
    fireEvent.click(sheet, { clientX: 100, clientY: 200 });
    expect(last().line).toHaveLength(1);
    expect(last().line[0]?.longitude).toBeLessThan(GATE.longitude);

    fireEvent.change(screen.getByLabelText('纬度'), { target: { value: '24.6' } });
    fireEvent.change(screen.getByLabelText('经度'), { target: { value: '117.7' } });
    fireEvent.click(screen.getByRole('button', { name: '移到这个位置' }));
    expect(last().line).toEqual([{ latitude: 24.6, longitude: 117.7 }]);
    fireEvent.click(screen.getByRole('button', { name: '去掉这个点' }));
    expect(last().line).toEqual([]);
  });
});

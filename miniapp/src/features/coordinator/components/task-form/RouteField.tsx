import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { RoutePicker } from '@/components/route-map/RoutePicker';
import { isInChina } from './task-drafts';
import type { TaskEditing } from './useTaskEditing';

const EMPTY = { line: [], checkpoints: [] };

/** The way of a patrol with its checkpoints, drawn on a map or typed; other tasks may have one as well. */
export function RouteField({ editing: { draft, edit, faults } }: { editing: TaskEditing }) {
  const { route, kind, location } = draft;
  const fault = Object.entries(faults).find(
    ([field]) => field === 'route' || field.startsWith('route.'),
  )?.[1];
  if (kind !== 'patrol' && route === null) {
    return (
      <Button icon="route" onTap={() => edit('route', EMPTY)} testId="add-route">
        加一条路线和打卡点
      </Button>
    );
  }
  return (
    <Section title="路线和打卡点">
      <Card>
        <Box className="stack stack-3" testId="route-field">
          {fault !== undefined && <Text className="t13 bad block">{fault}</Text>}
          {isInChina(location) ? (
            <RoutePicker centre={location} value={route ?? EMPTY} onChange={(next) => edit('route', next)} />
          ) : (
            <Text className="quiet block">先填好集合点在地图上的位置，就能从那里开始画。</Text>
          )}
          {kind !== 'patrol' && (
            <Button icon="close" onTap={() => edit('route', null)}>
              不要路线
            </Button>
          )}
        </Box>
      </Card>
    </Section>
  );
}

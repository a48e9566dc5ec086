import type { StaffContext } from '../api/types';
import { centresFor, divisionsFor, permissionsAt, pickCentre, pickDivision } from './desk-rules';

const STREET = '350602002';
const context: StaffContext = {
  divisions: [
    { division: { code: STREET, name: '西桥街道', level: 'street' }, permissions: ['residency.decide'] },
    {
      division: { code: `${STREET}001`, name: '延安社区', level: 'community' },
      permissions: ['venues.manage'],
    },
  ],
  centres: [
    { id: 'a', name: '延安党群服务中心', divisionCode: `${STREET}001` },
    { id: 'b', name: '钟法党群服务中心', divisionCode: `${STREET}002` },
  ],
};

it('adds what is granted above a division to what is granted on it', () => {
  expect(permissionsAt(context, `${STREET}001`).sort()).toEqual(['residency.decide', 'venues.manage']);
  expect(permissionsAt(context, `${STREET}002`)).toEqual(['residency.decide']);
  expect(permissionsAt(context, '350602003')).toEqual([]);
});

it('offers only places where the permission is held', () => {
  expect(divisionsFor(context, 'venues.manage').map(({ division }) => division.name)).toEqual(['延安社区']);
  expect(divisionsFor(context, null)).toHaveLength(2);
  expect(centresFor(context, 'venues.manage').map(({ id }) => id)).toEqual(['a']);
  expect(centresFor(context, 'audit.read')).toEqual([]);
});

it('falls back to the first place when the wanted one is not offered', () => {
  expect(pickDivision(context.divisions, 'elsewhere')?.division.code).toBe(STREET);
  expect(pickDivision([], null)).toBeNull();
  expect(pickCentre(context.centres, null, `${STREET}002`)?.id).toBe('b');
  expect(pickCentre(context.centres, 'a', `${STREET}002`)?.id).toBe('a');
  expect(pickCentre([], 'a', null)).toBeNull();
});

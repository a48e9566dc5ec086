import { hoursInWords, rangesOn } from '@jiefang/shared/venues';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow, Section, TextLink } from '@/components/Card';
import { Empty, QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { open, replace } from '@/lib/navigate';
import {
  createCentre,
  createVenue,
  saveCentre,
  saveVenue,
  useStaffCentre,
  useStaffVenue,
} from '../../api/catalogue';
import type { StaffCentre, StaffVenue } from '../../api/types';
import { CentreForm } from './CentreForm';
import {
  centreDraft,
  centreFaults,
  NEW_CENTRE,
  NEW_VENUE,
  venueDraft,
  venueFaults,
  wholeWeek,
} from './drafts';
import { useEditing, type Read } from './useEditing';
import { VenueForm } from './VenueForm';

const WEEK = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** A centre's venues and facts, each with the way to change it. */
export function CatalogueView({ centreId, divisionCode }: { centreId: string; divisionCode: string }) {
  const query = useStaffCentre(centreId);
  return (
    <QueryState query={query} skeleton={<Skeleton count={2} lines={4} />}>
      {(centre) => (
        <Box className="stack stack-6 columns">
          <Section
            title={`场地 ${centre.venues.length}`}
            more={
              <TextLink onTap={() => open('pages-staff/venue-edit', { centre: centreId })}>新建场地</TextLink>
            }
          >
            {centre.venues.length === 0 ? (
              <Empty icon="door" title="还没有场地" hint="新建一间，居民就能约了。" />
            ) : (
              <Card className="card-flush">
                {centre.venues.map((venue) => (
                  <ListRow
                    key={venue.id}
                    title={venue.name}
                    detail={
                      <>
                        <Text className="block">
                          {[`${venue.capacity} 人`, ...venue.facilities.slice(0, 3)].join(' · ')}
                        </Text>
                        <VenueTags venue={venue} />
                      </>
                    }
                    label={`修改${venue.name}`}
                    onTap={() => open('pages-staff/venue-edit', { id: venue.id })}
                    testId={`venue-${venue.id}`}
                  />
                ))}
              </Card>
            )}
          </Section>
          <CentreFacts centre={centre} divisionCode={divisionCode} />
        </Box>
      )}
    </QueryState>
  );
}

function VenueTags({ venue }: { venue: StaffCentre['venues'][number] }) {
  const unitsOnly = venue.eligibility === 'units';
  if (!venue.approval && venue.status === 'open' && !unitsOnly) return null;
  return (
    <Box className="row row-wrap">
      {venue.approval && <Tag>要审核</Tag>}
      {venue.status === 'suspended' && <Tag tone="wait">暂停使用</Tag>}
      {unitsOnly && <Tag>只给单位</Tag>}
    </Box>
  );
}

function CentreFacts({ centre, divisionCode }: { centre: StaffCentre; divisionCode: string }) {
  return (
    <Section title="中心">
      <Card>
        <Box className="stack stack-2">
          <Text className="t17 strong block">{centre.name}</Text>
          <Text className="block">{centre.address}</Text>
          <Text className="num block">{centre.phone}</Text>
          <Box className="row row-wrap">
            {centre.tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </Box>
          <Box className="rule" />
          {wholeWeek(centre.hours).map(({ weekday }) => {
            const ranges = rangesOn(centre.hours, weekday);
            return (
              <Box key={weekday} className="row row-between t13">
                <Text className="quiet">{WEEK[weekday - 1]}</Text>
                <Text className="num">{ranges.length === 0 ? '不开放' : hoursInWords(ranges)}</Text>
              </Box>
            );
          })}
        </Box>
      </Card>
      <Button icon="edit" wide onTap={() => open('pages-staff/centre-edit', { id: centre.id })}>
        修改中心资料
      </Button>
      <Button
        kind="quiet"
        icon="plus"
        wide
        onTap={() => open('pages-staff/centre-edit', { division: divisionCode })}
      >
        在本辖区新建中心
      </Button>
    </Section>
  );
}

/** Changes one venue. */
export function VenueEditor({ id }: { id: string }) {
  const query = useStaffVenue(id);
  return (
    <QueryState query={query} skeleton={<Skeleton count={3} lines={5} />}>
      {(venue) => (
        <EditVenue
          venue={venue}
          reload={async () => {
            const { data } = await query.refetch();
            return data && readVenue(data);
          }}
        />
      )}
    </QueryState>
  );
}

function readVenue(venue: StaffVenue): Read<ReturnType<typeof venueDraft>> {
  return { version: venue.version, draft: venueDraft(venue) };
}

function EditVenue({
  venue,
  reload,
}: {
  venue: StaffVenue;
  reload: () => Promise<ReturnType<typeof readVenue> | undefined>;
}) {
  const editing = useEditing({
    read: readVenue(venue),
    blank: NEW_VENUE,
    faultsOf: venueFaults,
    save: async (wish, key) => (await saveVenue({ id: venue.id, ...wish }, key)).keptOutsideHours ?? 0,
    reload,
  });
  return <VenueForm editing={editing} isNew={false} />;
}

/** Adds a venue to a centre, then shows it. */
export function NewVenue({ centreId }: { centreId: string }) {
  const editing = useEditing({
    read: null,
    blank: NEW_VENUE,
    faultsOf: venueFaults,
    save: async ({ draft }, key) => {
      const { id } = await createVenue(centreId, draft, key);
      replace('pages-staff/venue-edit', { id });
      return 0;
    },
    reload: () => Promise.resolve(undefined),
  });
  return <VenueForm editing={editing} isNew />;
}

/** Changes a centre. */
export function CentreEditor({ id }: { id: string }) {
  const query = useStaffCentre(id);
  return (
    <QueryState query={query} skeleton={<Skeleton count={3} lines={5} />}>
      {(centre) => (
        <EditCentre
          centre={centre}
          reload={async () => {
            const { data } = await query.refetch();
            return data && readCentre(data);
          }}
        />
      )}
    </QueryState>
  );
}

function readCentre(centre: StaffCentre): Read<ReturnType<typeof centreDraft>> {
  return { version: centre.version, draft: centreDraft(centre) };
}

function EditCentre(props: {
  centre: StaffCentre;
  reload: () => Promise<ReturnType<typeof readCentre> | undefined>;
}) {
  const { centre, reload } = props;
  const editing = useEditing({
    read: readCentre(centre),
    blank: NEW_CENTRE,
    faultsOf: centreFaults,
    save: async (wish, key) => (await saveCentre({ id: centre.id, ...wish }, key)).keptOutsideHours ?? 0,
    reload,
  });
  return <CentreForm editing={editing} isNew={false} />;
}

/** Opens a centre in a division, then shows its venues. */
export function NewCentre({ code }: { code: string }) {
  const editing = useEditing({
    read: null,
    blank: NEW_CENTRE,
    faultsOf: centreFaults,
    save: async ({ draft }, key) => {
      const { id } = await createCentre(code, draft, key);
      replace('pages-staff/venues', { id });
      return 0;
    },
    reload: () => Promise.resolve(undefined),
  });
  return <CentreForm editing={editing} isNew />;
}

import type { Permission } from '@jiefang/shared/permissions';
import { useState, type ReactNode } from 'react';
import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { Page } from '@/components/Page';
import { Empty, QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { open, openTab } from '@/lib/navigate';
import { useSignedIn } from '@/lib/session';
import { useRefresh } from '@/lib/useRefresh';
import { refreshDesk, useStaffContext } from '../api/desk';
import type { DeskCentre, DeskDivision, StaffContext } from '../api/types';
import { centresFor, divisionsFor, permissionsAt, pickCentre, pickDivision } from '../hooks/desk-rules';
import { useDeskChoice } from '../hooks/useDeskChoice';
import { Switcher } from './Switcher';
import '@/components/desk/desk.scss';

interface GateProps {
  title: string;
  children: (context: StaffContext) => ReactNode;
}

/** The frame of every staff page: signed in, and staff somewhere. */
export function DeskGate({ title, children }: GateProps) {
  const signedIn = useSignedIn();
  const context = useStaffContext();
  useRefresh(refreshDesk);
  return (
    <Page title={title}>
      {signedIn ? (
        <QueryState
          query={context}
          skeleton={<Skeleton count={3} lines={3} />}
          isEmpty={(data) => data.divisions.length === 0}
          empty={<NotYours />}
        >
          {children}
        </QueryState>
      ) : (
        <Empty
          icon="lock"
          title="工作台要先登录"
          hint="请用有岗位的账号登录。"
          action={<Button onTap={() => open('pages-me/login')}>去登录</Button>}
        />
      )}
    </Page>
  );
}

/** Said to whoever has no post for this page. */
export function NotYours() {
  return (
    <Empty
      icon="lock"
      title="这一页需要相应的岗位"
      hint="如果需要，请联系社区管理员安排。"
      action={<Button onTap={() => openTab('home')}>回首页</Button>}
    />
  );
}

interface DivisionPageProps {
  title: string;
  needs: Permission;
  /** From the page's address; the last chosen otherwise. */
  code?: string | undefined;
  children: (division: DeskDivision) => ReactNode;
}

/** A page about one division. */
export function DivisionPage({ title, needs, code, children }: DivisionPageProps) {
  return (
    <DeskGate title={title}>
      {(context) => (
        <OfDivision context={context} needs={needs} code={code}>
          {children}
        </OfDivision>
      )}
    </DeskGate>
  );
}

function OfDivision({
  context,
  needs,
  code,
  children,
}: Omit<DivisionPageProps, 'title'> & { context: StaffContext }) {
  const choice = useDeskChoice();
  // The address names where one came from; whoever then switches has said where they want to be.
  const [picked, setPicked] = useState<string | null>(null);
  const divisions = divisionsFor(context, needs);
  const division = pickDivision(divisions, picked ?? code ?? choice.divisionCode);
  if (division === null) return <NotYours />;
  return (
    <>
      {divisions.length > 1 && (
        <DivisionSwitcher divisions={divisions} value={division.division.code} onChange={setPicked} />
      )}
      <Box key={division.division.code} className="stack">
        {children(division)}
      </Box>
    </>
  );
}

interface DivisionSwitcherProps {
  divisions: readonly DeskDivision[];
  value: string;
  onChange?: (code: string) => void;
}

/** The division one works at; remembered on this device. */
export function DivisionSwitcher({ divisions, value, onChange }: DivisionSwitcherProps) {
  return (
    <Switcher
      icon="place"
      label="辖区"
      options={divisions.map(({ division }) => ({ value: division.code, word: division.name }))}
      value={value}
      onChange={(code) => {
        useDeskChoice.getState().chooseDivision(code);
        onChange?.(code);
      }}
    />
  );
}

interface CentrePageProps {
  title: string;
  needs: Permission;
  /** From the page's address; the last chosen otherwise. */
  id?: string | undefined;
  children: (centre: DeskCentre, permissions: Permission[]) => ReactNode;
}

/** A page about one centre. */
export function CentrePage({ title, needs, id, children }: CentrePageProps) {
  return (
    <DeskGate title={title}>
      {(context) => (
        <OfCentre context={context} needs={needs} id={id}>
          {children}
        </OfCentre>
      )}
    </DeskGate>
  );
}

function OfCentre({
  context,
  needs,
  id,
  children,
}: Omit<CentrePageProps, 'title'> & { context: StaffContext }) {
  const choice = useDeskChoice();
  const [picked, setPicked] = useState<string | null>(null);
  const centres = centresFor(context, needs);
  const centre = pickCentre(centres, picked ?? id ?? choice.centreId, choice.divisionCode);
  if (centre === null) {
    return context.centres.length === 0 ? (
      <Empty icon="building" title="辖区里还没有中心" hint="建好中心以后，这里就能用了。" />
    ) : (
      <NotYours />
    );
  }
  return (
    <>
      <CentreSwitcher centres={centres} value={centre.id} onChange={setPicked} />
      <Box key={centre.id} className="stack">
        {children(centre, permissionsAt(context, centre.divisionCode))}
      </Box>
    </>
  );
}

interface CentreSwitcherProps {
  centres: readonly DeskCentre[];
  value: string;
  onChange?: (id: string) => void;
}

/** The centre one works at; remembered on this device. */
export function CentreSwitcher({ centres, value, onChange }: CentreSwitcherProps) {
  return (
    <Switcher
      icon="building"
      label="中心"
      options={centres.map((centre) => ({ value: centre.id, word: centre.name }))}
      value={value}
      onChange={(id) => {
        useDeskChoice.getState().chooseCentre(id);
        onChange?.(id);
      }}
    />
  );
}

import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { shanghaiDay } from '@jiefang/shared/time';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { FieldCipher } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { PageQuery } from '../../common/http/requests.dto.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOf, type Page } from '../../common/pagination/cursor.js';
import { Database } from '../../database/database.js';
import { isDuplicateKey } from '../../database/sql-errors.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { PeopleService } from '../../identity/people/people.service.js';
import { actOn, HoursCorrections } from './hours-corrections.js';
import type { AnswerObjectionBody } from './hours.dto.js';
import { HoursItemsRepository, type StaffItemRow } from './hours-items.repository.js';
import { HoursLedger } from './hours-ledger.js';
import { HoursVolunteerView, HoursItemView, itemView, volunteerView } from './hours-views.js';
import { ObjectionsRepository, type ObjectionRow, type ObjectionStatus } from './objections.repository.js';
import { mayApprove } from './tiers.js';

export class ObjectionView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['open', 'upheld', 'dismissed'], enumName: 'ObjectionStatus' })
  status: ObjectionStatus;
}

export class ObjectorView {
  @ApiProperty() nickname: string;
}

export class ObjectedItemView extends HoursItemView {
  @ApiProperty({ type: HoursVolunteerView }) volunteer: HoursVolunteerView;
}

/** An objection that waits for an answer. */
export class StaffObjectionView {
  @ApiProperty() id: string;
  @ApiProperty({ type: ObjectedItemView }) item: ObjectedItemView;
  @ApiProperty({ type: ObjectorView }) objector: ObjectorView;
  @ApiProperty() text: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ enum: ['answer'], isArray: true, description: 'empty where the caller is concerned' })
  actions: 'answer'[];
}

export class StaffObjectionPageView {
  @ApiProperty({ type: [StaffObjectionView] }) items: StaffObjectionView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** Objections to publicised hours, and their answers. */
@Injectable()
export class ObjectionsService {
  constructor(
    private readonly database: Database,
    private readonly items: HoursItemsRepository,
    private readonly objections: ObjectionsRepository,
    private readonly corrections: HoursCorrections,
    private readonly ledger: HoursLedger,
    private readonly people: PeopleService,
    private readonly divisions: DivisionsService,
    private readonly cipher: FieldCipher,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** Anybody with a bound phone, while the item is being publicised. PHONE_REQUIRED, HOURS_STATE, OBJECTION_EXISTS. */
  async object(caller: Caller, key: string, publicId: string, text: string): Promise<ObjectionView> {
    const id = decodeId('hours', publicId);
    const person = await this.people.require(caller.personId);
    if (person.phoneCipher === null) throw new DomainError('PHONE_REQUIRED');
    return this.idempotency.run(
      idempotent(caller.personId, key, `POST /hours/${publicId}/objections`, { text }),
      async (tx) => {
        const at = this.clock.now();
        const item = await this.items.findForUpdate(tx, id);
        if (item === null) throw new DomainError('NOT_FOUND');
        const over = item.publicationEndsOn === null || item.publicationEndsOn < shanghaiDay(at);
        if (over || !(await this.items.countObjection(tx, id, 1, at))) {
          throw new DomainError('HOURS_STATE', { message: '这条记录现在不在公示期，不能提异议。' });
        }
        const { personId } = caller;
        const { divisionCode } = item;
        const objectionId = await this.objections
          .insert(tx, { itemId: id, personId, divisionCode, text, at })
          .catch((error: unknown) => {
            throw isDuplicateKey(error) ? new DomainError('OBJECTION_EXISTS') : error;
          });
        // What was said stays outside the ledger, from which nothing can be taken out again.
        await this.ledger.append(tx, [
          { ...actOn(item, at), act: 'objection', minutes: 0, actorId: personId, reason: null },
        ]);
        return { id: encodeId('objection', objectionId), status: 'open' };
      },
    );
  }

  async queue(caller: Caller, divisionCode: string, query: PageQuery): Promise<Page<StaffObjectionView>> {
    await this.access.require(caller, 'hours.manage', divisionCode);
    const after = query.cursor === undefined ? 0 : (decodeCursor(query.cursor, ['number'])[0] as number);
    const rows = await this.objections.findQueue(this.database, divisionCode, after, query.limit + 1);
    const shown = rows.slice(0, query.limit);
    const ids = [...new Set(shown.map((row) => row.itemId))];
    const items = await this.items.findStaffItems(this.database, ids);
    const creditors = await this.items.findCreditors(this.database, ids);
    const found = new Map(items.map((item) => [item.id, item]));
    const names = await this.divisions.namesOf(items.map((item) => item.divisionCode));
    return pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => {
        const item = found.get(row.itemId) as StaffItemRow;
        const creditor = creditors.get(row.itemId) ?? null;
        return {
          id: encodeId('objection', row.id),
          item: { ...itemView(item, names), volunteer: volunteerView(item, this.cipher) },
          objector: { nickname: row.nickname },
          text: row.text,
          createdAt: row.createdAt.toISOString(),
          actions: concerned(caller, row, item, creditor) ? [] : ['answer'],
        };
      },
    );
  }

  /**
   * Upheld takes the hours back, dismissed lets them go on; the objector reads the answer either way. Not by the
   * objector, nor the volunteer, nor who verified the hours: OBJECTION_OWN.
   */
  async answer(
    caller: Caller,
    key: string,
    publicId: string,
    body: AnswerObjectionBody,
  ): Promise<ObjectionView> {
    const id = decodeId('objection', publicId);
    const objection = await this.objections.findById(this.database, id);
    if (objection === null) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'hours.manage', objection.divisionCode);
    const grants = await this.access.grantsOf(caller.personId);
    return this.idempotency.run(
      idempotent(caller.personId, key, `POST /staff/objections/${publicId}/answer`, body),
      async (tx) => {
        const at = this.clock.now();
        const item = await this.items.findForUpdate(tx, objection.itemId);
        if (item === null) throw new DomainError('NOT_FOUND');
        const creditor = (await this.items.findCreditors(tx, [item.id])).get(item.id) ?? null;
        if (concerned(caller, objection, item, creditor)) {
          throw new DomainError('OBJECTION_OWN');
        }
        const upheld = body.decision === 'upheld';
        const tier = upheld ? await this.corrections.tierToReverse(tx, item) : item.tier;
        if (upheld && !mayApprove(grants, 'hours.manage', item.divisionCode, tier)) {
          throw new DomainError('HOURS_TIER', { message: '采纳会冲正这条记录，要由核定它的那一级办理。' });
        }
        await this.corrections.answer(tx, item, objection, { ...body, caller, at });
        if (upheld) await this.corrections.reverse(tx, item, caller, `异议成立：${body.answer}`, at);
        await this.audit.record(tx, caller, {
          action: 'objection.answer',
          targetType: 'objection',
          targetId: id,
          divisionCode: objection.divisionCode,
          detail: { ...body },
        });
        return { id: publicId, status: body.decision };
      },
    );
  }
}

function concerned(
  caller: Caller,
  objection: ObjectionRow,
  item: { personId: number },
  creditor: number | null,
): boolean {
  return [objection.personId, item.personId, creditor].includes(caller.personId);
}

import { Injectable } from '@nestjs/common';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { FieldCipher } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { idempotent, Idempotency } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { isDuplicateKey } from '../../database/sql-errors.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { Outbox } from '../../outbox/outbox.js';
import { invalidField } from '../invalid-field.js';
import { realNameFault, tidyText } from '../people/person-name.js';
import { PersonRepository, type PersonRow } from '../people/person.repository.js';
import { PeopleService } from '../people/people.service.js';
import { HouseholdRepository } from './household.repository.js';
import { comparePlaces, placeFault, tidyPlace } from './place.js';
import type { ClaimResidencyDto, ResidencyView } from './residency.dto.js';
import { rosterDecides } from './residency-rules.js';
import { ResidencyRepository, type ResidencyRow } from './residency.repository.js';
import { ResidencyViews } from './residency-views.js';

/** What a resident does about where they live, and what the roster decides by itself. */
@Injectable()
export class ResidenciesService {
  constructor(
    private readonly database: Database,
    private readonly residencies: ResidencyRepository,
    private readonly households: HouseholdRepository,
    private readonly persons: PersonRepository,
    private readonly people: PeopleService,
    private readonly divisions: DivisionsService,
    private readonly views: ResidencyViews,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** All residencies of a person, newest first. */
  async listFor(personId: number): Promise<ResidencyView[]> {
    return this.views.many(this.database, await this.residencies.findByPerson(this.database, personId));
  }

  /** The pending or approved one. */
  async liveFor(personId: number): Promise<ResidencyView | null> {
    const row = await this.residencies.findLiveByPerson(this.database, personId);
    return row === null ? null : this.views.one(this.database, row);
  }

  /**
   * Claims a household. Approved at once when the roster has this name with the person's bound phone there, else
   * pending for staff. RESIDENCY_EXISTS while another is live; INVALID_INPUT with the field.
   */
  async claim(caller: Caller, key: string, body: ClaimResidencyDto): Promise<ResidencyView> {
    const place = {
      communityCode: body.communityCode,
      building: tidiedPlace('building', body.building),
      room: tidiedPlace('room', body.room),
    };
    const name = tidyText(body.name);
    const fault = realNameFault(name);
    if (fault !== null) throw invalidField('name', fault);
    await this.people.requireCommunity('communityCode', place.communityCode);

    return this.idempotency.run(
      idempotent(caller.personId, key, 'POST /me/residencies', body),
      async (tx) => {
        const person = await this.lock(tx, caller.personId);
        const id = await this.insert(tx, caller.personId, place, name);
        await this.persons.proposeHomeCommunity(tx, person.id, place.communityCode);
        await this.decideByRoster(tx, await this.reread(tx, id), person.phoneHash);
        return this.views.one(tx, await this.reread(tx, id));
      },
    );
  }

  /** Withdraws a pending claim or ends an approved residency. RESIDENCY_DECIDED when it is over already. */
  async end(caller: Caller, key: string, publicId: string): Promise<ResidencyView> {
    const id = decodeId('residency', publicId);
    const route = `POST /me/residencies/${id}/end`;
    return this.idempotency.run(idempotent(caller.personId, key, route, {}), async (tx) => {
      const row = await this.residencies.findById(tx, id);
      if (row?.personId !== caller.personId) throw new DomainError('NOT_FOUND');
      if (!(await this.residencies.end(tx, id, this.clock.now()))) throw new DomainError('RESIDENCY_DECIDED');
      return this.views.one(tx, await this.reread(tx, id));
    });
  }

  /** After a phone was bound in this transaction: a pending claim that the roster can now decide is approved. */
  async reconsider(tx: Sql, personId: number): Promise<void> {
    const [person, row] = [
      await this.lock(tx, personId),
      await this.residencies.findLiveByPerson(tx, personId),
    ];
    if (row?.status === 'pending') await this.decideByRoster(tx, row, person.phoneHash);
  }

  /** Buildings of a community that the roster knows, in natural order. */
  async buildings(communityCode: string): Promise<string[]> {
    return (await this.households.findBuildings(this.database, communityCode)).sort(comparePlaces);
  }

  /** Rooms of a building that the roster knows, in natural order. */
  async rooms(communityCode: string, building: string): Promise<string[]> {
    return (await this.households.findRooms(this.database, communityCode, tidyPlace(building))).sort(
      comparePlaces,
    );
  }

  /** Tells the resident, in the transaction of the approval. */
  async tellApproved(tx: Sql, row: ResidencyRow): Promise<void> {
    const names = await this.divisions.namesOf([row.communityCode], tx);
    const payload = {
      residencyId: row.id,
      communityName: names.get(row.communityCode)?.name ?? '',
      place: `${row.building} ${row.room}`,
    };
    const dedupe = `residency:${row.id}:approved`;
    await this.outbox.enqueue(tx, [{ personId: row.personId, kind: 'residency_approved', dedupe, payload }]);
  }

  private async decideByRoster(tx: Sql, row: ResidencyRow, phoneHash: Buffer | null): Promise<void> {
    const [household] = await this.households.findRoster(tx, [row]);
    const nameHash = this.cipher.lookupHash('name', this.views.nameOf(row));
    if (household === undefined || !rosterDecides(household.members, { nameHash, phoneHash })) return;
    const householdId = await this.households.findOrCreate(tx, row);
    const decision = { method: 'roster', householdId, reason: null, by: null, at: this.clock.now() } as const;
    if (await this.residencies.approve(tx, row.id, decision)) await this.tellApproved(tx, row);
  }

  /** Claiming and binding a phone wait for one another here: whichever is second sees both. */
  private async lock(tx: Sql, personId: number): Promise<PersonRow> {
    const person = await this.persons.lockById(tx, personId);
    if (person === null) throw new DomainError('SESSION_EXPIRED');
    return person;
  }

  private async insert(
    tx: Sql,
    personId: number,
    place: { communityCode: string; building: string; room: string },
    name: string,
  ): Promise<number> {
    try {
      return await this.residencies.insertPending(
        tx,
        personId,
        place,
        this.cipher.encrypt(name),
        this.clock.now(),
      );
    } catch (error) {
      throw isDuplicateKey(error) ? new DomainError('RESIDENCY_EXISTS') : error;
    }
  }

  private async reread(tx: Sql, id: number): Promise<ResidencyRow> {
    const row = await this.residencies.findById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }
}

function tidiedPlace(field: 'building' | 'room', text: string): string {
  const place = tidyPlace(text);
  const fault = placeFault(place);
  if (fault !== null) throw invalidField(field, fault);
  return place;
}

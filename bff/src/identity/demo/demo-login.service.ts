import { Injectable } from '@nestjs/common';
import { DomainError } from '../../common/errors/domain-error.js';
import { DEMO_PEOPLE } from '../../demo/people.js';
import { PeopleService } from '../people/people.service.js';
import { isDemoOpenid } from './demo-openid.js';
import { DemoWeChat } from './demo-wechat.js';

/** A person of the demo city that a guest may take on; `visitor` is nobody and logs nobody in. */
export interface DemoPersonView {
  key: string;
  name: string;
  role: 'visitor' | 'resident' | 'verified' | 'staff';
  title: string;
  description: string;
}

/** Fictional numbers of the demo end in the person's row number. */
const DEMO_PHONE_PREFIX = '1990000';

/** Stands for the parts of WeChat that only a phone has, where the demo runs: being somebody, and their phone number. */
@Injectable()
export class DemoLoginService {
  constructor(
    private readonly wechat: DemoWeChat,
    private readonly people: PeopleService,
  ) {}

  list(): DemoPersonView[] {
    this.wechat.requireDemo();
    return DEMO_PEOPLE.map(({ key, nickname, role, title, description }) => ({
      key,
      name: nickname,
      role,
      title,
      description,
    }));
  }

  /** A login code of the person; it goes through `POST /auth/login` like any other. NOT_FOUND for the visitor. */
  async loginCode(key: string): Promise<string> {
    this.wechat.requireDemo();
    const person = DEMO_PEOPLE.find((candidate) => candidate.key === key);
    if (person === undefined || person.role === 'visitor' || !isDemoOpenid(person.openid)) {
      throw new DomainError('NOT_FOUND', { message: '没有这位演示人物。', next: '请从列表里选一位。' });
    }
    return this.wechat.issueCode({ openid: person.openid, kind: 'login' });
  }

  /** A phone code of the caller, as the button would give it. Only for people of the demo. */
  async phoneCode(personId: number): Promise<string> {
    this.wechat.requireDemo();
    const { openid } = await this.people.require(personId);
    if (openid === null || !isDemoOpenid(openid)) throw new DomainError('NOT_FOUND');
    const known = DEMO_PEOPLE.find((person) => person.openid === openid)?.phone;
    const phone = known || DEMO_PHONE_PREFIX + String(personId % 10_000).padStart(4, '0');
    return this.wechat.issueCode({ openid, kind: 'phone', phone });
  }
}

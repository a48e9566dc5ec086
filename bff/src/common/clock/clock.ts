import { Injectable } from '@nestjs/common';

/** The one source of now. Tests and simulations replace it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

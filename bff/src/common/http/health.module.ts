import { Controller, Get, Injectable, Module, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import { Database } from '../../database/database.js';
import { Public } from '../auth/caller.js';

/** For the operator's probes: alive means the process answers, ready means its database does too. */
@Injectable()
class Health {
  constructor(private readonly database: Database) {}

  async ready(): Promise<void> {
    await this.database.query('SELECT 1 FROM division LIMIT 1').catch(() => {
      throw new ServiceUnavailableException();
    });
  }
}

@ApiExcludeController()
@Public()
@SkipThrottle({ account: true })
@Controller()
class HealthController {
  constructor(private readonly health: Health) {}

  @Get('healthz')
  healthz(): { status: string } {
    return { status: 'ok' };
  }

  @Get('readyz')
  async readyz(): Promise<{ status: string }> {
    await this.health.ready();
    return { status: 'ready' };
  }
}

@Module({ controllers: [HealthController], providers: [Health] })
export class HealthModule {}

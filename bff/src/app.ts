import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import serveStatic from '@fastify/static';
import { RequestMethod, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import pino, { type Logger } from 'pino';
import { AppModule } from './app.module.js';
import { answerFrameworkError } from './common/errors/framework-errors.js';
import type { CoreOptions } from './common/core.module.js';
import { DomainError } from './common/errors/domain-error.js';
import { PinoLogger } from './common/http/pino-logger.js';
import { UPLOAD_LIMITS } from './common/http/upload.js';
import { validationPipe } from './common/validation/validation.js';
import { openApiDocument } from './openapi.js';

/** Bytes of the largest body that any route takes. */
const BODY_LIMIT = 256 * 1024;

/** Twelve random hexadecimal digits. Node draws randomness for many UUIDs at a time, for bytes at every call. */
function requestId(): string {
  const uuid = randomUUID();
  return uuid.slice(0, 8) + uuid.slice(9, 13);
}

/** The application with its routes, before anything is started: what the OpenAPI document is made from. */
export async function assemble(root: DynamicModule, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    // One line a request, written below when it has been answered.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestIdHeader: false,
    genReqId: requestId,
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
    frameworkErrors: answerFrameworkError,
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    abortOnError: false,
    logger: new PinoLogger(logger),
  });
  app.setGlobalPrefix('api/v1', {
    exclude: ['healthz', 'readyz'].map((path) => ({ path, method: RequestMethod.GET })),
  });
  app.useGlobalPipes(validationPipe());
  return app;
}

/** Builds the application: HTTP limits and headers, validation, API under /api/v1, OpenAPI document, the H5 client at /. */
export async function createHttpApp(
  options: CoreOptions,
  root = AppModule.register(options),
): Promise<NestFastifyApplication> {
  const { config } = options;
  const logger = pino({
    level: config.logLevel,
    redact: ['req.headers.authorization', 'err.config', 'err.request', '*.accessToken', '*.refreshToken'],
  });
  const app = await assemble(root, logger);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Taro's H5 page sets styles from script and inlines its small images.
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        upgradeInsecureRequests: null,
      },
    },
    // A demo on a phone in the same network speaks plain HTTP; a proxy that terminates TLS sets this header.
    strictTransportSecurity: false,
  });
  await app.register(compress, { threshold: 2048, encodings: ['gzip', 'deflate'] });
  await app.register(multipart, { limits: UPLOAD_LIMITS });
  const fastify = app.getHttpAdapter().getInstance();
  // A form is for the routes that take a file; elsewhere it would arrive as no body at all.
  fastify.addHook('onRequest', (request, _reply, done) => {
    const isForm = request.headers['content-type']?.toLowerCase().includes('multipart/form-data') === true;
    const takesForm = (request.routeOptions.config as { upload?: boolean }).upload === true;
    done(isForm && !takesForm ? new DomainError('UNSUPPORTED_MEDIA') : undefined);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        requestId: request.id,
        method: request.method,
        path: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
    done();
  });
  let document: string | undefined;
  fastify.get('/api/openapi.json', (_, reply) => {
    document ??= JSON.stringify(openApiDocument(app));
    return reply.type('application/json').send(document);
  });
  if (config.h5Dir !== null) {
    await app.register(serveStatic, {
      root: config.h5Dir,
      wildcard: true,
      setHeaders: (response, path) => {
        // File names of scripts and styles carry their hash; the page itself must be asked for anew.
        const immutable = /\.[0-9a-f]{8,}\.(js|css|png|svg|woff2?)$/.test(path);
        void response.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  await app.init();
  return app;
}

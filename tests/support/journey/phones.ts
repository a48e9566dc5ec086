import type { JourneyCity } from './city.js';
import type { Driver } from './driver.js';

/** Opens the app on a phone of its own. */
export type OpenDriver = (city: JourneyCity) => Promise<Driver>;

/** The city of the present test and the phones in it. */
export interface Scene<City extends JourneyCity> {
  readonly city: City;
  /** A new phone, logged in as a person of the city unless no key is given. */
  phone(key?: string): Promise<Driver>;
}

/**
 * Builds a city before every test of the present `describe`, and takes it down afterwards: what went wrong on any of its
 * phones meanwhile fails the test.
 */
export function sceneOf<City extends JourneyCity>(build: () => Promise<City>, open: OpenDriver): Scene<City> {
  let city: City | null = null;
  const phones: Driver[] = [];
  const present = (): City => {
    if (city === null) throw new Error('There is a city only while a test runs');
    return city;
  };
  beforeEach(async () => {
    city = await build();
  });
  afterEach(async () => {
    const problems = (await Promise.all(phones.map((driver) => driver.problems()))).flat();
    await Promise.all(phones.splice(0).map((driver) => driver.close()));
    await city?.close();
    city = null;
    expect(problems).toEqual([]);
  });
  return {
    get city() {
      return present();
    },
    async phone(key) {
      const driver = await open(present());
      phones.push(driver);
      await driver.setTime(present().app.clock.now());
      if (key !== undefined) await driver.login(key);
      return driver;
    },
  };
}

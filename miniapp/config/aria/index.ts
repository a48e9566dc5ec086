import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import components from './components.json';

/** The parts of Taro's platform object this plugin touches. */
interface MiniPlatform {
  runtimePath: string | string[];
  template?: { mergeComponents(context: IPluginContext, patch: typeof components): void };
}

/**
 * Adds `aria-*` to the templates of weapp, which Taro 4.2 leaves out (the published injector stops at 4.1).
 * The same table is merged at run time, because both ends number a component's attributes from it.
 */
export default (context: IPluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      if (platform.template === undefined) return;
      const runtime = path.resolve(__dirname, 'runtime.js');
      platform.template.mergeComponents(context, components);
      platform.runtimePath = [platform.runtimePath, runtime].flat();
    },
  });
};

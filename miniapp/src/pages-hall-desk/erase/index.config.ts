export default definePageConfig({ navigationBarTitleText: '依法删除' });

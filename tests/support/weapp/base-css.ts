/** How WeChat's own elements, its navigation bar, tab bar and dialogs look by default. */
export const BASE_CSS = `
html,body{margin:0;height:100%;overflow:hidden;background:#fff;font-family:"PingFang SC","Noto Sans CJK SC","Noto Sans SC",sans-serif;-webkit-text-size-adjust:100%}
#mp-device{display:flex;flex-direction:column;height:100%;position:relative}
#mp-nav{flex:none;height:64px;padding-top:20px;box-sizing:border-box;display:flex;align-items:center;justify-content:center;position:relative;background:#fff;color:#000;z-index:1}
#mp-nav[hidden]{display:none}
#mp-nav button{position:absolute;left:4px;bottom:4px;width:40px;height:36px;border:0;background:none;font-size:24px;color:inherit}
#mp-nav button[hidden]{display:none}
#mp-nav-title{font-size:17px;font-weight:600;max-width:60%;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
#mp-pages{flex:1;position:relative;min-height:0}
.mp-frame{position:absolute;inset:0;overflow:hidden;transform:translateZ(0);background:#fff}
.mp-frame[hidden]{display:none}
.mp-scroll{height:100%;overflow-x:hidden;overflow-y:auto}
.mp-scroll.mp-fixed{overflow:hidden}
.mp-pulling{height:50px;text-align:center;line-height:50px;font-size:13px;color:#888}
#mp-tabs{flex:none;display:flex;height:50px;border-top:1px solid rgba(0,0,0,.1);background:#fff}
#mp-tabs[hidden]{display:none}
#mp-tabs .mp-tab{flex:1;display:flex;flex-direction:column;align-items:center;justify-content:center;font-size:10px;position:relative;border:0;background:none}
#mp-tabs img{width:27px;height:27px;display:block}
#mp-tabs .mp-badge{position:absolute;top:2px;left:55%;background:#fa5151;color:#fff;border-radius:9px;min-width:8px;height:16px;line-height:16px;padding:0 4px;font-size:10px}
#mp-tabs .mp-dot{width:8px;min-width:0;height:8px;padding:0}
.mp-mask{position:fixed;inset:0;background:rgba(0,0,0,.6);display:flex;align-items:center;justify-content:center;z-index:1000}
.mp-dialog{background:#fff;color:#000;border-radius:12px;width:300px;overflow:hidden;text-align:center}
.mp-dialog h2{font-size:17px;margin:24px 20px 12px}
.mp-dialog p{font-size:15px;color:#555;margin:0 20px 24px;white-space:pre-line}
.mp-dialog input,.mp-dialog select{font-size:15px;margin:0 8px 16px;max-width:80%;padding:6px}
.mp-dialog .mp-actions{display:flex;border-top:1px solid #ddd}
.mp-dialog .mp-actions.mp-column{flex-direction:column}
.mp-dialog button{flex:1;border:0;background:none;padding:14px 0;font-size:17px}
.mp-toast{position:fixed;left:50%;top:40%;transform:translate(-50%,-50%);background:rgba(40,40,40,.9);color:#fff;border-radius:8px;padding:14px 18px;font-size:15px;max-width:70%;z-index:1001;pointer-events:none}
.mp-toast.mp-blocking{pointer-events:auto}
[hidden]{display:none!important}
wx-page{display:block;min-height:100%;box-sizing:border-box}
wx-view,wx-scroll-view,wx-swiper,wx-swiper-item,wx-form,wx-picker-view,wx-picker-view-column,wx-picker,wx-radio-group,wx-checkbox-group,wx-input,wx-textarea,wx-map,wx-progress,wx-rich-text,wx-navigator,wx-cover-view,wx-web-view,wx-canvas,wx-movable-area,wx-slider,wx-root-portal,wx-match-media,wx-camera,wx-video{display:block}
wx-text{white-space:pre-line}
wx-text[selectable]{user-select:text}
wx-label,wx-radio,wx-checkbox,wx-switch,wx-icon{display:inline-block}
wx-scroll-view{overflow:hidden;-webkit-overflow-scrolling:touch}
wx-scroll-view[scroll-y]{overflow-y:auto}
wx-scroll-view[scroll-x]{overflow-x:auto}
wx-scroll-view[enable-flex]{display:flex}
wx-input{height:1.4rem;min-height:1.4rem;overflow:hidden}
wx-textarea{width:300px;height:150px;overflow:hidden}
.wx-native{display:block;width:100%;height:100%;border:0;outline:0;padding:0;margin:0;font:inherit;color:inherit;background:transparent;resize:none;text-align:inherit;line-height:inherit}
wx-image{display:inline-block;overflow:hidden;width:320px;height:240px;background-repeat:no-repeat}
wx-button{display:block;box-sizing:border-box;margin:0 auto;padding:0 14px;font-size:18px;text-align:center;line-height:2.55555556;border-radius:5px;background:#f8f8f8;color:#000;position:relative;overflow:hidden;-webkit-tap-highlight-color:transparent}
wx-button::after{content:" ";position:absolute;inset:0;border:1px solid rgba(0,0,0,.2);border-radius:5px;pointer-events:none}
wx-button[disabled]{color:rgba(0,0,0,.3)}
wx-button[size=mini]{display:inline-block;font-size:13px;padding:0 1.34em;line-height:2.3}
wx-button[type=primary]{background:#07c160;color:#fff}
wx-swiper{height:150px;display:flex;position:relative;overflow-x:auto;overflow-y:hidden;scroll-snap-type:x mandatory}
wx-swiper[vertical]{flex-direction:column;overflow-x:hidden;overflow-y:auto;scroll-snap-type:y mandatory}
wx-swiper-item{flex:0 0 100%;width:100%;height:100%;overflow:hidden;scroll-snap-align:start}
wx-picker-view{display:flex;position:relative;overflow:hidden}
wx-picker-view-column{flex:1;height:100%;overflow-y:auto;position:relative;scroll-snap-type:y mandatory;text-align:center}
wx-picker-view-column>*{height:var(--wx-row,34px);line-height:var(--wx-row,34px);scroll-snap-align:center}
.wx-box{display:inline-block;width:22px;height:22px;border:1px solid #d1d1d1;border-radius:3px;box-sizing:border-box;vertical-align:middle;margin-right:5px;text-align:center;line-height:20px;font-size:14px}
.wx-box.wx-round{border-radius:50%}
.wx-box.wx-on::before{content:"✓"}
.wx-switch{display:inline-block;width:52px;height:32px;border-radius:16px;background:#dfdfdf;position:relative;vertical-align:middle}
.wx-switch::before{content:"";position:absolute;left:2px;top:2px;width:28px;height:28px;border-radius:14px;background:#fff}
.wx-switch.wx-on{background:#04be02}
.wx-switch.wx-on::before{left:22px}
.wx-bar{height:6px;background:#ebebeb}
.wx-bar>i{display:block;height:100%;background:#09bb07}
wx-map{width:300px;height:150px;background:#dfe9df;position:relative;overflow:hidden}
wx-canvas{width:300px;height:150px}
wx-root-portal{position:static}
`;

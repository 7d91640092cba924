namespace Nexus.Sandbox.Tests.Page;

/// <summary>Commands, messages and a form that use everything the page can draw.</summary>
internal static class Showcase
{
    public const string Topic = """
        {"name":"topic","description":"The documentation hub","options":[
          {"type":1,"name":"lookup","description":"Look a topic up","options":[
            {"type":3,"name":"query","description":"A word or question","required":true,"autocomplete":true},
            {"type":5,"name":"private","description":"Only you see the answer"}]},
          {"type":1,"name":"list","description":"All topics","options":[]}]}
        """;

    public const string Everything = """
        {"name":"everything","description":"One option of each kind","options":[
          {"type":3,"name":"text","description":"Some words","required":true,"min_length":3,"max_length":10},
          {"type":4,"name":"count","description":"How many","min_value":1,"max_value":5},
          {"type":10,"name":"ratio","description":"A number"},
          {"type":3,"name":"track","description":"Which track","choices":[{"name":"Backend","value":"be"},{"name":"Frontend","value":"fe"}]},
          {"type":6,"name":"who","description":"A person"},
          {"type":7,"name":"where","description":"A text channel","channel_types":[0]},
          {"type":8,"name":"role","description":"A role"},
          {"type":11,"name":"file","description":"A file"}]}
        """;

    public const string Help = """{"name":"help","description":"What the bot can do"}""";

    public const string Staff = """{"name":"staff","description":"For administrators","default_member_permissions":"0"}""";

    public const string MarkAsAnswer = """{"name":"Mark as answer","type":3}""";

    public const string Profile = """{"name":"Show profile","type":2}""";

    public const string Choices = """
        {"type":8,"data":{"choices":[{"name":"Django REST Framework","value":"drf"},{"name":"Draft pull requests","value":"draft-prs"}]}}
        """;

    public const string Answer = """
        {"type":4,"data":{"flags":32768,"components":[
          {"type":17,"accent_color":5793266,"components":[
            {"type":10,"content":"# Django REST Framework\n**Serializers** turn models into JSON and back; *viewsets* bundle the usual endpoints.\n```python\nclass IdeaViewSet(ModelViewSet):\n    queryset = Idea.objects.all()\n```\n> Start with a `ModelSerializer`.\n- [Documentation](https://www.django-rest-framework.org/)\n- reviewed <t:1790000000:R>, by <@&MENTOR>\n-# from the hub · ||three minutes to read||"},
            {"type":14,"divider":true,"spacing":1},
            {"type":9,"components":[{"type":10,"content":"**See also**\nPagination, authentication"}],"accessory":{"type":2,"style":2,"label":"Open","custom_id":"topic.open:2"}},
            {"type":1,"components":[
              {"type":2,"style":1,"label":"Helpful","custom_id":"topic.helpful:1","emoji":{"name":"👍"}},
              {"type":2,"style":3,"label":"Done","custom_id":"topic.done"},
              {"type":2,"style":4,"label":"Report","custom_id":"topic.report"},
              {"type":2,"style":2,"label":"Later","custom_id":"topic.later","disabled":true},
              {"type":2,"style":5,"label":"Read","url":"https://www.django-rest-framework.org/"}]},
            {"type":1,"components":[{"type":3,"custom_id":"topic.section","placeholder":"Jump to a section","options":[
              {"label":"Serializers","value":"s","description":"models to JSON"},{"label":"Viewsets","value":"v"}]}]},
            {"type":1,"components":[{"type":5,"custom_id":"topic.people","placeholder":"Send it to","max_values":3}]}]}]}}
        """;

    public const string Embed = """
        {"type":4,"data":{"flags":64,"content":"Here is what **you** may do:","embeds":[{"title":"Commands","color":3066993,"description":"`/topic lookup` finds a topic","author":{"name":"Nexus"},
          "fields":[{"name":"Topics","value":"4","inline":true},{"name":"Ideas","value":"12","inline":true}],"footer":{"text":"page 1 of 2"}}],
          "components":[{"type":1,"components":[{"type":2,"style":2,"label":"Next","custom_id":"help.next"}]}]}}
        """;

    public const string Form = """
        {"type":9,"data":{"custom_id":"announce.new","title":"New announcement","components":[
          {"type":10,"content":"Posted to **#prodevprojectnexus** at the minute you choose."},
          {"type":18,"label":"Title","component":{"type":4,"custom_id":"title","style":1,"min_length":3,"max_length":60,"placeholder":"Demo day"}},
          {"type":18,"label":"Text","description":"Markdown works","component":{"type":4,"custom_id":"text","style":2,"max_length":2000,"required":false}},
          {"type":18,"label":"Track","component":{"type":21,"custom_id":"track","options":[{"label":"Backend","value":"be"},{"label":"Frontend","value":"fe","description":"and design"}]}},
          {"type":18,"label":"Remind","component":{"type":22,"custom_id":"remind","required":false,"options":[{"label":"A day before","value":"day"},{"label":"An hour before","value":"hour"}]}}]}}
        """;
}

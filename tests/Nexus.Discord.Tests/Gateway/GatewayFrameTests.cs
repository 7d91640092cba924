using System.Text;
using CsCheck;
using Nexus.Discord.Gateway;

namespace Nexus.Discord.Tests.Gateway;

public class GatewayFrameTests
{
    [Theory]
    [InlineData("""{"t":"MESSAGE_CREATE","s":5,"op":0,"d":{"a":[1,{"b":2}]}}""")]
    [InlineData("""{"op":0,"d":{"a":[1,{"b":2}]},"s":5,"t":"MESSAGE_CREATE"}""")]
    [InlineData("""  { "op" : 0 , "s" : 5, "trace":{"x":[{}]}, "d" : {"a":[1,{"b":2}]} , "t" : "MESSAGE_CREATE", "seq_extra": 9 } """)]
    public void Fields_are_found_in_any_order_among_unknown_ones(string json)
    {
        Assert.True(GatewayFrame.TryParse(Encoding.UTF8.GetBytes(json), out var frame));
        Assert.Equal(GatewayOpcode.Dispatch, frame.Opcode);
        Assert.Equal(5, frame.Sequence);
        Assert.Equal("MESSAGE_CREATE", Encoding.UTF8.GetString(frame.EventName));
        Assert.Equal("""{"a":[1,{"b":2}]}""", Encoding.UTF8.GetString(frame.Data));
    }

    [Theory]
    [InlineData("""{"op":11}""", "")]
    [InlineData("""{"op":9,"d":false,"s":null,"t":null}""", "false")]
    [InlineData("""{"op":7,"d":null}""", "null")]
    [InlineData("""{"op":7,"d":"text"}""", "\"text\"")]
    public void Data_may_be_anything_or_missing(string json, string data)
    {
        Assert.True(GatewayFrame.TryParse(Encoding.UTF8.GetBytes(json), out var frame));
        Assert.Equal(data, Encoding.UTF8.GetString(frame.Data));
        Assert.Null(frame.Sequence);
        Assert.True(frame.EventName.IsEmpty);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"op":"0"}""")]
    [InlineData("""{"op":1.5}""")]
    [InlineData("""{"op":99999999999}""")]
    [InlineData("""{"op":0""")]
    [InlineData("""{"op":0,"d":{"a":}""")]
    [InlineData("""{"op":0}{"op":0}""")]
    [InlineData("""{"op":0,"d":""")]
    public void What_is_not_a_frame_is_refused(string json) =>
        Assert.False(GatewayFrame.TryParse(Encoding.UTF8.GetBytes(json), out _));

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.False(GatewayFrame.TryParse(Encoding.UTF8.GetBytes("""{"op":0,"d":""" + new string('[', 100_000)), out _));

    [Fact]
    public void No_bytes_whatever_make_the_parser_throw() =>
        Gen.OneOf(Gen.Byte.Array[0, 200], MutilatedFrame()).Sample(bytes =>
        {
            GatewayFrame.TryParse(bytes, out _);
        }, iter: 20_000);

    /// <summary>A good frame with a few bytes replaced, or cut off: gets further into the parser than noise does.</summary>
    internal static Gen<byte[]> MutilatedFrame()
    {
        var good = Encoding.UTF8.GetBytes("""{"t":"INTERACTION_CREATE","s":5,"op":0,"d":{"id":"1","type":2,"token":"x","data":{"name":"é\u0041","options":[{"value":1.5e3}]}}}""");
        return Gen.Select(Gen.Int[0, good.Length - 1].Array[0, 4], Gen.Byte.Array[4], Gen.Int[0, good.Length], (places, values, length) =>
        {
            var bytes = good.ToArray();
            for (var i = 0; i < places.Length; i++)
            {
                bytes[places[i]] = values[i];
            }

            return length % 3 == 0 ? bytes[..length] : bytes;
        });
    }
}

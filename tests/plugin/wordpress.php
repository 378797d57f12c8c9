<?php
/**
 * As much of WordPress as the plug-in calls, as its documentation describes it. Runs the plug-in named first on a site in the language named
 * second, and prints as JSON what it made of the settings that come as JSON: as a block, and as a shortcode; and what the editor is told.
 */

define( 'ABSPATH', __DIR__ . '/' );

$registered = array();

/** Texts by their English; behind their context, where they have one. */
$translated = array();

function add_action( $hook, $callback ) {
	global $registered;
	$registered[ $hook ] = $callback;
}

function add_filter( $hook, $callback, $priority, $arguments ) {
	global $registered;
	$registered[ $hook ] = static function () use ( $callback, $arguments ) {
		return $callback( ...array_slice( func_get_args(), 0, $arguments ) );
	};
}

function determine_locale() {
	global $argv;
	return $argv[2];
}

/** Reads a .mo file as the manual of gettext lays it out. */
function load_textdomain( $domain, $file ) {
	global $translated;
	$mo   = file_get_contents( $file );
	$head = unpack( 'Vmagic/Vrevision/Vcount/Voriginals/Vtranslations', $mo );
	if ( 'cotton-origin' !== $domain || 0x950412de !== $head['magic'] ) {
		throw new Exception( 'These are no texts of the plug-in.' );
	}
	$text = static function ( $table, $at ) use ( $mo ) {
		$place = unpack( 'Vlength/Vstart', $mo, $table + 8 * $at );
		return substr( $mo, $place['start'], $place['length'] );
	};
	for ( $at = 0; $at < $head['count']; $at++ ) {
		$translated[ $text( $head['originals'], $at ) ] = $text( $head['translations'], $at );
	}
	return true;
}

function __( $text, $domain ) {
	global $translated;
	return $translated[ $text ] ?? $text;
}

function _x( $text, $context, $domain ) {
	global $translated;
	return $translated[ $context . "\4" . $text ] ?? $text;
}

function register_block_type( $folder, $options ) {
	global $registered;
	$registered['block'] = $options['render_callback'];
	// WordPress reads the rest from there.
	$block                     = json_decode( file_get_contents( $folder . '/block.json' ), true, 99, JSON_THROW_ON_ERROR );
	$registered['description'] = _x( $block['description'], 'block description', $block['textdomain'] );
	$registered['keywords']    = array_map(
		static function ( $word ) use ( $block ) {
			return _x( $word, 'block keyword', $block['textdomain'] );
		},
		$block['keywords']
	);
}

function add_shortcode( $name, $callback ) {
	global $registered;
	$registered[ $name ] = $callback;
}

function get_block_wrapper_attributes() {
	return 'class="wp-block-cotton-origin-estimate"';
}

function wp_enqueue_style( $handle ) {
	global $registered;
	$registered['style'] = $handle;
}

function shortcode_atts( $defaults, $settings ) {
	return array_merge( $defaults, array_intersect_key( $settings, $defaults ) );
}

function plugins_url( $path, $file ) {
	return 'https://www.you.example/wp-content/plugins/' . basename( dirname( $file ) ) . '/' . $path;
}

// What is escaped already is not escaped again.
function esc_attr( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8', false );
}

function esc_html( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8', false );
}

function esc_html__( $text, $domain ) {
	return esc_html( __( $text, $domain ) );
}

function esc_url( $address, $protocols = array( 'http', 'https', 'mailto' ) ) {
	$scheme = parse_url( $address, PHP_URL_SCHEME );
	return in_array( $scheme, $protocols, true ) ? esc_attr( preg_replace( '/[^!-~]|["\'<>]/', '', $address ) ) : '';
}

set_error_handler(
	function ( $kind, $text ) {
		throw new ErrorException( $text, 0, $kind );
	}
);

require $argv[1];
$registered['init']();
$settings = json_decode( stream_get_contents( STDIN ), true, 99, JSON_THROW_ON_ERROR );
$made     = array();
foreach ( array( 'block', 'cotton_origin' ) as $name ) {
	$made[ $name ] = $registered[ $name ]( $settings );
}
foreach ( array( 'style', 'description', 'keywords' ) as $name ) {
	$made[ $name ] = $registered[ $name ];
}
// The script of a block is called by the block and by what it is for.
$file           = $registered['load_script_translation_file']( 'ours.json', 'cotton-origin-estimate-editor-script', 'cotton-origin' );
$made['editor'] = 'ours.json' === $file ? $file : json_decode( file_get_contents( $file ), true, 99, JSON_THROW_ON_ERROR );
$made['other']  = $registered['load_script_translation_file']( 'theirs.json', 'wp-blocks', 'default' );
echo json_encode( $made, JSON_THROW_ON_ERROR );
